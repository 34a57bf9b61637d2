package dev.gatehouse.token;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Who calls, proven: only {@link Verifier} makes one. Names of people are left out, as they are no ground for a decision. */
public final class VerifiedCaller {

    /** What kind of principal calls. */
    public enum Kind {
        /** An application on its own behalf. */
        APP,
        /** An application on its own behalf whose identity Azure manages. */
        MANAGED_IDENTITY,
        /** A user through an application. */
        USER
    }

    private final ClaimedCaller claimed;
    private final Kind kind;
    private final Set<String> roles;
    private final Set<String> scopes;

    VerifiedCaller(ClaimedCaller claimed) {
        this.claimed = claimed;
        this.kind = claimed.kind().orElseThrow();
        this.roles = set(claimed.roles());
        this.scopes = set(claimed.scopes());
    }

    /** The few that tokens have are not worth the table that a copy goes through. */
    private static Set<String> set(List<String> values) {
        return switch (values.size()) {
            case 0 -> Set.of();
            case 1 -> Set.of(values.get(0));
            default -> Set.copyOf(values);
        };
    }

    public Kind kind() {
        return kind;
    }

    public boolean isUser() {
        return kind == Kind.USER;
    }

    /** The tenant's id ({@code tid}). */
    public String tenant() {
        return claimed.claims().text("tid").orElseThrow();
    }

    /** The object id of the user or service principal ({@code oid}): with the tenant, the key to store data under. */
    public String objectId() {
        return claimed.claims().text("oid").orElseThrow();
    }

    /** The client application's id ({@code azp} or {@code appid}). */
    public String client() {
        return claimed.client().orElseThrow();
    }

    /** The app roles given to the app, or the roles given to the user: {@link #kind} decides which. */
    public Set<String> roles() {
        return roles;
    }

    /** The scopes that the user granted the application; empty unless a user calls. */
    public Set<String> scopes() {
        return scopes;
    }

    public TokenVersion tokenVersion() {
        return claimed.version();
    }

    public Instant expiresAt() {
        return claimed.claims().instant("exp").orElseThrow();
    }

    /** What the log may say of this caller. */
    public TokenIds ids() {
        return TokenIds.of(claimed);
    }
}
