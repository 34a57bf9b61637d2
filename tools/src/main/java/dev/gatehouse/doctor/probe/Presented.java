package dev.gatehouse.doctor.probe;

import dev.gatehouse.contract.Operation;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.middleware.Authorities;
import dev.gatehouse.token.Claims;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import java.util.List;
import java.util.Optional;

/** What a token says of itself, unverified: enough to choose calls by, never to admit anybody. */
record Presented(Claims claims) {

    /** Empty for what is no access token of Entra's form. */
    static Optional<Presented> read(String token) {
        return SignedToken.read(token) instanceof TokenReading.Readable readable
                ? Optional.of(new Presented(readable.token().claims()))
                : Optional.empty();
    }

    /** The client application that got it. */
    Optional<String> client() {
        return claims.text("azp").or(() -> claims.text("appid"));
    }

    boolean mayCall(Operation operation) {
        return operation.requirement().map(this::meets).orElse(true);
    }

    private boolean meets(Requirement requirement) {
        List<String> scopes = List.of(claims.text("scp").orElse("").split(" "));
        List<String> roles = claims.texts("roles").orElse(List.of());
        return new Authorities(claims.has("scp"), roles, scopes)
                .missing(requirement)
                .isEmpty();
    }
}
