package dev.gatehouse.token;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The caller that a token names: proven only as far as the token's checks have passed. */
public record ClaimedCaller(Claims claims, TokenVersion version) {

    /** The client application, in the claim of the token's version. */
    public Optional<String> client() {
        return claims.text(version.clientClaim());
    }

    public Optional<String> objectId() {
        return claims.text("oid");
    }

    /**
     * A token of an app alone has no {@code scp} and its service principal is its subject; a user's has {@code scp}. Empty where the
     * token does not say clearly which.
     */
    public Optional<VerifiedCaller.Kind> kind() {
        boolean saysApp = idtypAllows("app");
        boolean saysUser = idtypAllows("user");
        if (claims.has("scp")) {
            return saysUser && claims.text("scp").isPresent()
                    ? Optional.of(VerifiedCaller.Kind.USER)
                    : Optional.empty();
        }
        Optional<String> oid = objectId();
        if (!saysApp || oid.isEmpty() || !oid.equals(claims.text("sub"))) {
            return Optional.empty();
        }
        return Optional.of(
                claims.text("xms_mirid").isPresent() ? VerifiedCaller.Kind.MANAGED_IDENTITY : VerifiedCaller.Kind.APP);
    }

    /** The app roles given to the app, or the roles given to the user. */
    public List<String> roles() {
        return claims.texts("roles").orElse(List.of());
    }

    /** The scopes that a user granted; none where an app calls alone. */
    public List<String> scopes() {
        if (!claims.has("scp")) {
            return List.of();
        }
        return Arrays.stream(claims.text("scp").orElse("").split(" ", -1))
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    /** Entra leaves {@code idtyp} out unless the API asks for it; where it is there, it must agree. */
    private boolean idtypAllows(String kind) {
        return !claims.has("idtyp") || claims.text("idtyp").equals(Optional.of(kind));
    }
}
