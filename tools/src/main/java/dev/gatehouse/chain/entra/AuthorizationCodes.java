package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.Redirects.Platform;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Authorization codes: short-lived, redeemed once, by the client that requested them, with its address and its PKCE verifier. */
final class AuthorizationCodes {
    /** "Typically, they expire after about 10 minutes" (Microsoft's description of the flow). */
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Clock clock;
    private final Recent<Issued> issued = new Recent<>();

    AuthorizationCodes(Clock clock) {
        this.clock = clock;
    }

    private record Issued(AuthorizationRequest request, String userObjectId, Instant expires, boolean isRedeemed) {
        UserGrant grant() {
            return new UserGrant(
                    request.reply().client().clientId(), request.reply().platform(), userObjectId, request.access());
        }
    }

    /** @param nonce for the ID token */
    record Redeemed(UserGrant grant, Optional<String> nonce) {}

    synchronized String issue(AuthorizationRequest request, String userObjectId) {
        String code = "1." + RandomId.base64Url(64);
        issued.put(code, new Issued(request, userObjectId, clock.instant().plus(LIFETIME), false));
        return code;
    }

    /** What a code is for; whether it may be redeemed is decided when it is. */
    synchronized EntraResult<UserGrant> find(String code) {
        return EntraResult.of(Optional.ofNullable(issued.get(code)).map(Issued::grant), EntraError.MALFORMED::refuse);
    }

    /** @param client that was authenticated as the code's platform requires */
    synchronized EntraResult<Redeemed> redeem(String code, Client client, TokenRequest request) {
        Issued known = issued.get(code);
        if (known == null) {
            return EntraError.MALFORMED.refuse();
        }
        EntraResult<Redeemed> result = redeem(known, client, request);
        if (result instanceof EntraResult.Granted<Redeemed>) {
            issued.put(code, new Issued(known.request(), known.userObjectId(), known.expires(), true));
        }
        return result;
    }

    private EntraResult<Redeemed> redeem(Issued code, Client client, TokenRequest request) {
        AuthorizationRequest asked = code.request();
        if (!code.grant().clientId().equals(client.principal().clientId())) {
            return EntraError.GRANT_OF_ANOTHER_CLIENT.refuse();
        }
        if (code.isRedeemed()) {
            return EntraError.CODE_REDEEMED.refuse();
        }
        if (!clock.instant().isBefore(code.expires())) {
            return EntraError.CODE_EXPIRED.refuse();
        }
        if (asked.reply().platform() == Platform.SPA && asked.proof().isEmpty()) {
            return EntraError.PROOF_KEY_NEEDED.refuse();
        }
        return request.required("redirect_uri")
                .onlyIf(
                        asked.reply().requested()::equals,
                        () -> EntraError.CODE_REDIRECT.refuse(
                                request.parameter("redirect_uri").orElse(""),
                                asked.reply().requested()))
                .then(same -> proven(asked.proof(), request.parameter("code_verifier"))
                        ? EntraResult.granted(new Redeemed(code.grant(), asked.nonce()))
                        : EntraError.CODE_PROOF.refuse());
    }

    /** A verifier without a challenge is refused too: the request was not the one that this client believes it made. */
    private static boolean proven(Optional<Pkce> proof, Optional<String> verifier) {
        return proof.map(needed -> verifier.filter(needed::isMetBy).isPresent()).orElseGet(verifier::isEmpty);
    }
}
