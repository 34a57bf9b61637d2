package dev.gatehouse.chain.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.chain.entra.RunningContoso.Answer;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Microsoft Graph's {@code /me} answers: one valid token, changed in one place per case. */
class GraphMeTest {
    private static final String GRAPH = "https://graph.microsoft.com";

    static RunningContoso contoso;

    @BeforeAll
    static void start() {
        contoso = new RunningContoso();
    }

    @AfterAll
    static void stop() {
        contoso.close();
    }

    static Stream<Arguments> refusals() {
        long now = Instant.now().getEpochSecond();
        String unauthenticated = "InvalidAuthenticationToken";
        return Stream.of(
                of("tampered", 401, unauthenticated, forge -> adas(forge)
                        .signedBy(Signer.stranger(2048))
                        .compact()),
                of("not a token", 401, unauthenticated, forge -> "nothing"),
                of("for another API", 401, unauthenticated, forge -> forge.user(
                                Contoso.CONSOLE, "api://accounts", Contoso.ADA)
                        .compact()),
                of("another issuer", 401, unauthenticated, forge -> adas(forge)
                        .claim("iss", "https://sts.windows.net/other/")
                        .compact()),
                of("expired", 401, unauthenticated, forge -> adas(forge)
                        .claim("exp", now - 301)
                        .compact()),
                of("not yet valid", 401, unauthenticated, forge -> adas(forge)
                        .claim("nbf", now + 600)
                        .compact()),
                of("without the permission", 403, "Authorization_RequestDenied", forge -> adas(forge)
                        .claim("scp", "Mail.Read")
                        .compact()),
                of("an app's", 400, "BadRequest", forge -> forge.app(Contoso.BATCH, GRAPH)
                        .compact()),
                of("of a user who is gone", 404, "Request_ResourceNotFound", forge -> adas(forge)
                        .claim("oid", Contoso.BATCH_OID)
                        .compact()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refusesInGraphsForm(String name, int status, String code, Function<TokenForge, String> token) {
        Answer answer = me("Bearer " + token.apply(contoso.entra.forge()));
        assertThat(answer.status()).as(name).isEqualTo(status);
        assertThat(answer.json().at("/error/code").asText()).isEqualTo(code);
        assertThat(answer.json().at("/error/message").asText()).isNotEmpty();
        assertThat(answer.json().at("/error/innerError/request-id").asText()).hasSize(36);
    }

    @Test
    void answersWithTheUserOfTheToken() {
        Answer answer = me("Bearer " + adas(contoso.entra.forge()).compact());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("id").asText()).isEqualTo(Contoso.ADA);
        assertThat(answer.json().path("displayName").asText()).isEqualTo("Ada Lovelace");
        assertThat(answer.json().path("userPrincipalName").asText()).isEqualTo("ada@contoso.example");
    }

    @Test
    void asksForATokenWhereThereIsNoUsableOne() {
        assertThat(me("Basic YTpi").json().at("/error/message").asText()).isEqualTo("Access token is empty.");
        assertThat(me("Basic YTpi").status()).isEqualTo(401);
    }

    private static TokenDraft adas(TokenForge forge) {
        return forge.user(Contoso.ACCOUNTS, GRAPH, Contoso.ADA);
    }

    private static Answer me(String authorization) {
        return contoso.get(GRAPH + "/v1.0/me", "Authorization", authorization);
    }

    private static Arguments of(String name, int status, String code, Function<TokenForge, String> token) {
        return arguments(name, status, code, token);
    }
}
