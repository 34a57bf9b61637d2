package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.entra.directory.User;
import java.util.Arrays;
import java.util.List;

/** The users of the demonstration. */
public enum DemoUser {
    /** Consented to the scope for reading accounts. */
    ADA("Ada Example"),
    /** Consented to the profile scope only. */
    BOB("Bob Example"),
    /** Consented to nothing. */
    EVE("Eve Example");

    private final String displayName;

    DemoUser(String displayName) {
        this.displayName = displayName;
    }

    public User user() {
        String username = name().toLowerCase(java.util.Locale.ROOT) + "@example.com";
        return new User(DemoTenant.id("user " + username), displayName, username, false);
    }

    static List<User> all() {
        return Arrays.stream(values()).map(DemoUser::user).toList();
    }
}
