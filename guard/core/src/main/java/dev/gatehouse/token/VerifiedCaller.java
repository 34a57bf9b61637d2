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

    private final VerifiedClaims verified;
    private final Kind kind;
    private final Set<String> roles;
    private final Set<String> scopes;

    VerifiedCaller(VerifiedClaims verified) {
        this.verified = verified;
        this.kind = verified.kind().orElseThrow();
        this.roles = set(verified.roles());
        this.scopes = set(verified.scopes());
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
        return verified.claims().text("tid").orElseThrow();
    }

    /** The object id of the user or service principal ({@code oid}): with the tenant, the key to store data under. */
    public String objectId() {
        return verified.claims().text("oid").orElseThrow();
    }

    /** The client application's id ({@code azp} or {@code appid}). */
    public String client() {
        return verified.client().orElseThrow();
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
        return verified.version();
    }

    public Instant expiresAt() {
        return verified.claims().instant("exp").orElseThrow();
    }

    /** What the log may say of this caller. */
    public TokenIds ids() {
        return TokenIds.of(verified);
    }
}
