package dev.gatehouse.chain.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One valid client assertion, changed in one place per case. */
class ClientAssertionTest {
    private static final String URL = "https://login.microsoftonline.com/" + Contoso.TENANT + "/oauth2/v2.0/token";

    static RunningContoso contoso;

    @BeforeAll
    static void start() {
        contoso = new RunningContoso();
    }

    @AfterAll
    static void stop() {
        contoso.close();
    }

    static Stream<Arguments> cases() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                of("valid", 0, draft -> draft),
                of("SHA-1 thumbprint", 0, draft -> draft.withoutHeader("x5t#S256")
                        .header("x5t", thumbprint("SHA-1"))),
                of("PS256", 0, draft -> draft.header("alg", "PS256")
                        .signedBy(Signer.ps256(RunningContoso.CERTIFICATE_KEY))),
                of("no thumbprint", 700027, draft -> draft.withoutHeader("x5t#S256")),
                of("another thumbprint", 700027, draft -> draft.header("x5t#S256", "AAAA")),
                of("another key", 700027, draft -> draft.signedBy(Signer.stranger(2048))),
                of("no signature", 50027, draft -> draft.header("alg", "none").signedBy(Signer.nothing())),
                of("another audience", 700023, draft -> draft.claim("aud", "https://login.example.com/token")),
                of("another subject", 700021, draft -> draft.claim("sub", Contoso.CONSOLE)),
                of("another issuer", 700021, draft -> draft.claim("iss", Contoso.CONSOLE)),
                of("expired", 700024, draft -> draft.claim("exp", now - 1)),
                of("without an end", 700024, draft -> draft.withoutClaim("exp")),
                of("not yet valid", 700024, draft -> draft.claim("nbf", now + 600)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void provesTheClientOnlyWhenWhole(String name, int code, UnaryOperator<TokenDraft> spoiler) throws Exception {
        String assertion = spoiler.apply(valid()).compact();
        var answer = contoso.token(Map.of(
                "grant_type", "client_credentials",
                "client_id", Contoso.BATCH,
                "scope", "api://accounts/.default",
                "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion", assertion));
        assertThat(answer.code()).as(name).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(code == 0 ? 200 : 401);
    }

    private static Arguments of(String name, int code, UnaryOperator<TokenDraft> spoiler) {
        return arguments(name, code, spoiler);
    }

    private static TokenDraft valid() {
        long now = Instant.now().getEpochSecond();
        return new TokenDraft(
                Map.of("alg", "RS256", "typ", "JWT", "x5t#S256", thumbprint("SHA-256")),
                Map.of("aud", URL, "iss", Contoso.BATCH, "sub", Contoso.BATCH, "nbf", now, "exp", now + 600),
                Signer.rs256(RunningContoso.CERTIFICATE_KEY));
    }

    private static String thumbprint(String algorithm) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(RunningContoso.CERTIFICATE.getEncoded());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (java.security.GeneralSecurityException broken) {
            throw new AssertionError(broken);
        }
    }
}
