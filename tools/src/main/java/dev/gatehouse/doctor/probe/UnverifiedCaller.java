package dev.gatehouse.doctor.probe;

import dev.gatehouse.contract.Operation;
import dev.gatehouse.middleware.Authorities;
import dev.gatehouse.token.ClaimedCaller;
import dev.gatehouse.token.SignatureCheck;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import dev.gatehouse.token.TokenUnderCheck;
import java.util.Optional;

/** The caller that a token names, unverified: enough to choose calls by, never to let a caller in. */
record UnverifiedCaller(ClaimedCaller claimed) {

    /** Empty for what is no access token of Entra's form. */
    static Optional<UnverifiedCaller> read(String token) {
        return SignedToken.read(token) instanceof TokenReading.Readable readable
                ? Optional.of(new UnverifiedCaller(
                        TokenUnderCheck.of(readable.token(), SignatureCheck.NOT_CHECKED, Optional.empty())
                                .caller()))
                : Optional.empty();
    }

    /** The client application that got it. */
    Optional<String> client() {
        return claimed.client();
    }

    /** As the guard decides: a token that does not say clearly whether an app or a user calls opens nothing but what is public. */
    boolean mayCall(Operation operation) {
        return operation
                .requirement()
                .map(requirement -> claimed.kind().isPresent()
                        && Authorities.claimed(claimed).missing(requirement).isEmpty())
                .orElse(true);
    }
}
