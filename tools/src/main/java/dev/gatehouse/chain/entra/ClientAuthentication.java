package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.Client.Proof;
import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.ClientSecret;
import dev.gatehouse.chain.entra.directory.Redirects.Platform;
import dev.gatehouse.chain.http.QueryString;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Authenticates a client: by secret in the form or as Basic credentials, by certificate, by another issuer's token, or not at all. */
record ClientAuthentication(IssuedTokens issued, Clock clock) {
    private static final String BASIC = "Basic ";

    /** @param proofNeeded false when a public client is allowed */
    EntraResult<Client> of(TokenRequest request, boolean proofNeeded) {
        Optional<String> assertion = request.parameter("client_assertion");
        if (assertion.isPresent()) {
            return ClientAssertion.parse(assertion.get())
                    .then(jwt ->
                            jwt.isOfAnIssuer() ? byFederation(request, assertion.get()) : byCertificate(request, jwt));
        }
        Optional<Basic> basic = basic(request);
        Optional<String> id = basic.map(Basic::id).or(() -> request.parameter("client_id"));
        Optional<String> secret = basic.map(Basic::secret).or(() -> request.parameter("client_secret"));
        return id.isEmpty()
                ? EntraError.PARAMETER_MISSING.refuse("client_id")
                : application(id.get()).then(app -> bySecret(app, secret, proofNeeded));
    }

    /** The client of a redirect address: a web application proves itself; others are public and must not. */
    EntraResult<Client> of(TokenRequest request, Platform platform) {
        if (platform == Platform.WEB) {
            return of(request, true);
        }
        boolean proves = Stream.of("client_secret", "client_assertion")
                        .anyMatch(name -> request.parameter(name).isPresent())
                || basic(request).isPresent();
        return proves
                ? EntraError.PROOF_NOT_EXPECTED.refuse()
                : request.required("client_id").then(this::application).map(app -> Client.of(app, Proof.NONE));
    }

    private EntraResult<Client> byCertificate(TokenRequest request, ClientAssertion assertion) {
        Optional<String> id = request.parameter("client_id").or(assertion::subject);
        String url = issued.directory().tenant().tokenUrl(request.endpointVersion());
        return application(id.orElse(""))
                .then(app -> assertion.proves(app, url, clock))
                .map(app -> Client.of(app, Proof.CERTIFICATE));
    }

    private EntraResult<Client> byFederation(TokenRequest request, String assertion) {
        return request.required("client_id")
                .then(this::application)
                .then(app -> SignedToken.read(assertion) instanceof TokenReading.Readable readable
                        ? new FederatedAssertion(readable.token(), issued, clock).proves(app)
                        : EntraError.ASSERTION_MALFORMED.refuse())
                .map(app -> Client.of(app, Proof.CERTIFICATE));
    }

    private EntraResult<Client> bySecret(AppRegistration app, Optional<String> secret, boolean proofNeeded) {
        boolean mayBePublic = !proofNeeded && app.credentials().publicClient();
        if (secret.isEmpty()) {
            return mayBePublic ? EntraResult.granted(Client.of(app, Proof.NONE)) : EntraError.PROOF_MISSING.refuse();
        }
        List<ClientSecret> matching = app.credentials().secrets().stream()
                .filter(own -> own.matches(secret.get()))
                .toList();
        if (matching.isEmpty()) {
            return app.credentials().publicClient() && app.credentials().areNone()
                    ? EntraError.PROOF_NOT_EXPECTED.refuse()
                    : EntraError.SECRET_WRONG.refuse(app.clientId());
        }
        return matching.stream().anyMatch(own -> clock.instant().isBefore(own.expires()))
                ? EntraResult.granted(Client.of(app, Proof.SECRET))
                : EntraError.SECRET_EXPIRED.refuse(app.clientId());
    }

    private EntraResult<AppRegistration> application(String clientId) {
        return Client.registered(clientId, issued.directory());
    }

    /** Id and secret as in RFC 6749 §2.3.1: form-encoded, then base64. */
    private record Basic(String id, String secret) {
        @Override
        public String toString() {
            return "Basic credentials of " + id;
        }
    }

    private static Optional<Basic> basic(TokenRequest request) {
        return request.headers()
                .first("Authorization")
                .filter(value -> value.regionMatches(true, 0, BASIC, 0, BASIC.length()))
                .flatMap(value -> decode(value.substring(BASIC.length()).trim()));
    }

    private static Optional<Basic> decode(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Basic(
                            QueryString.decode(pair.substring(0, colon)),
                            QueryString.decode(pair.substring(colon + 1))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
