package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.entra.directory.User;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The users of the demonstration; each has every role that users can hold. */
public enum DemoUser {
    /** Consented to every scope. */
    ADA("Ada Example"),
    /** Consented to the contract's last scope only. */
    BOB("Bob Example"),
    /** Consented to nothing. */
    EVE("Eve Example");

    private final String displayName;

    DemoUser(String displayName) {
        this.displayName = displayName;
    }

    public User user() {
        String username = name().toLowerCase(Locale.ROOT) + "@example.com";
        return new User(DemoTenant.id("user " + username), displayName, username, false);
    }

    static List<User> all() {
        return Arrays.stream(values()).map(DemoUser::user).toList();
    }
}
