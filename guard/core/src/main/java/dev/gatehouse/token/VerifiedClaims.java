package dev.gatehouse.token;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a good signature has proven: these claims, under this issuer.
 *
 * @param issuer the one issuer that the keys vouch for, with the tenant's id in its place
 */
record VerifiedClaims(Claims claims, TokenVersion version, String issuer) {

    Optional<String> client() {
        return claims.text(version.clientClaim());
    }

    /** A token of an app alone has no {@code scp} and its service principal is its subject; a user's has {@code scp}. */
    Optional<VerifiedCaller.Kind> kind() {
        boolean saysApp = idtypAllows("app");
        boolean saysUser = idtypAllows("user");
        if (claims.has("scp")) {
            return saysUser && claims.text("scp").isPresent()
                    ? Optional.of(VerifiedCaller.Kind.USER)
                    : Optional.empty();
        }
        Optional<String> oid = claims.text("oid");
        if (!saysApp || oid.isEmpty() || !oid.equals(claims.text("sub"))) {
            return Optional.empty();
        }
        return Optional.of(
                claims.text("xms_mirid").isPresent() ? VerifiedCaller.Kind.MANAGED_IDENTITY : VerifiedCaller.Kind.APP);
    }

    /** The app roles given to the app, or the roles given to the user. */
    List<String> roles() {
        return claims.texts("roles").orElse(List.of());
    }

    /** The scopes that a user granted; none where an app calls alone. */
    List<String> scopes() {
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
