package dev.gatehouse.doctor.probe;

import dev.gatehouse.contract.Operation;
import dev.gatehouse.middleware.Authorities;
import dev.gatehouse.token.ClaimedCaller;
import dev.gatehouse.token.SignatureCheck;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import dev.gatehouse.token.TokenUnderCheck;
import java.util.Optional;

/** The caller that a token names, unverified: used to choose calls, never to authorise them. */
record UnverifiedCaller(ClaimedCaller claimed) {

    /** Empty when the text does not have the form of an Entra access token. */
    static Optional<UnverifiedCaller> read(String token) {
        return SignedToken.read(token) instanceof TokenReading.Readable readable
                ? Optional.of(new UnverifiedCaller(
                        TokenUnderCheck.of(readable.token(), SignatureCheck.NOT_CHECKED, Optional.empty())
                                .caller()))
                : Optional.empty();
    }

    /** The client application that the token was issued to. */
    Optional<String> client() {
        return claimed.client();
    }

    /** Decides like the guard: if the token does not show clearly whether an app or a user calls, only public operations are allowed. */
    boolean mayCall(Operation operation) {
        return operation
                .requirement()
                .map(requirement -> claimed.kind().isPresent()
                        && Authorities.claimed(claimed).missing(requirement).isEmpty())
                .orElse(true);
    }
}
