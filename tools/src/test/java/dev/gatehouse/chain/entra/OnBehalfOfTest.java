package dev.gatehouse.chain.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.chain.entra.directory.AccessPolicy;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.entra.directory.MicrosoftApps;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the middle API may hand in to act for the user who called it. */
class OnBehalfOfTest {
    static RunningContoso contoso;

    @BeforeAll
    static void start() {
        contoso = new RunningContoso();
    }

    @AfterAll
    static void stop() {
        contoso.close();
    }

    static Stream<Arguments> assertions() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                of("valid", 0, forge -> adas(forge).compact()),
                of("tampered", 50013, forge -> adas(forge)
                        .signedBy(Signer.stranger(2048))
                        .compact()),
                of("an unknown key", 50013, forge -> adas(forge)
                        .header("kid", "nobodys")
                        .compact()),
                of("not a token", 50027, forge -> "nothing"),
                of("another issuer", 50013, forge -> adas(forge)
                        .claim("iss", "https://login.example.com")
                        .compact()),
                of("expired", 500133, forge -> adas(forge).claim("exp", now - 1).compact()),
                of("for another API", 500131, forge -> adas(forge)
                        .claim("aud", Contoso.LEDGER)
                        .compact()),
                of("an app's", 7000114, forge -> forge.app(Contoso.BATCH, "api://accounts")
                        .compact()),
                of("of a user who did not consent", 65001, forge -> forge.user(
                                Contoso.CONSOLE, "api://accounts", Contoso.BOB)
                        .compact()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("assertions")
    void judgesTheAssertion(String name, int code, Function<TokenForge, String> assertion) {
        Map<String, String> form = form(assertion.apply(contoso.entra.forge()));
        assertThat(contoso.token(form).code()).as(name).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "client_secret,       wrong,                    7000215",
        "scope,               api://ledger/ledger.post, 650053",
        "scope,               api://nowhere/.default,   500011",
        "requested_token_use, something_else,           900144",
    })
    void judgesTheRest(String parameter, String value, int code) {
        Map<String, String> form = form(adas(contoso.entra.forge()).compact());
        form.put(parameter, value);
        assertThat(contoso.token(form).code()).isEqualTo(code);
    }

    @Test
    void acceptsATokenOfBeforeTheRotationUntilItsKeyIsRetired() {
        String old = contoso.entra.keys().activeKid();
        String token = adas(contoso.entra.forge()).compact();
        String next = contoso.entra.keys().rotate();
        var answer = contoso.token(form(token));
        assertThat(answer.code()).isZero();
        assertThat(UnverifiedTokens.header(answer.json().path("access_token").asText()))
                .containsEntry("kid", next);
        contoso.entra.keys().retire(old);
        assertThat(contoso.token(form(token)).code()).isEqualTo(50013);
    }

    /** {@code AADSTS50013} names what is wrong with the signature, as captured answers do. */
    @Test
    void saysWhyTheSignatureDoesNotHold() {
        TokenDraft adas = adas(contoso.entra.forge());
        assertThat(description(adas.signedBy(Signer.stranger(2048))))
                .startsWith(
                        "AADSTS50013: Assertion failed signature validation. [Reason - Key was found, but use of the"
                                + " key to verify the signature failed.]");
        assertThat(description(adas.header("kid", "unknown")))
                .startsWith("AADSTS50013: Assertion failed signature validation. [Reason - The key was not found.]");
    }

    private static String description(TokenDraft assertion) {
        return contoso.token(form(assertion.compact()))
                .json()
                .path("error_description")
                .asText();
    }

    /** For Microsoft Graph in the shape of its tokens: version 1, the App ID URI as audience, the granted permissions. */
    @Test
    void issuesATokenForGraph() {
        Map<String, String> form = form(adas(contoso.entra.forge()).compact());
        form.put("scope", "https://graph.microsoft.com/User.Read openid profile offline_access");
        assertThat(contoso.token(form).claims())
                .containsEntry("aud", "https://graph.microsoft.com")
                .containsEntry("iss", "https://sts.windows.net/" + Contoso.TENANT + "/")
                .containsEntry("ver", "1.0")
                .containsEntry("appid", Contoso.ACCOUNTS)
                .containsEntry("oid", Contoso.ADA)
                .containsEntry("scp", "User.Read");
    }

    @Test
    void asksForConsentToWhatIsNotGranted() {
        Map<String, String> form = form(adas(contoso.entra.forge()).compact());
        form.put("scope", "https://graph.microsoft.com/Mail.Read");
        var answer = contoso.token(form);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isEqualTo("invalid_grant");
        assertThat(answer.json().path("suberror").asText()).isEqualTo("consent_required");
        assertThat(answer.code()).isEqualTo(65001);
        assertThat(answer.json().has("claims")).isFalse();
    }

    /** The documented body of a policy at the next API, "Error response example" of the page on the on-behalf-of flow. */
    @ParameterizedTest
    @CsvSource({
        "MULTIFACTOR_AUTHENTICATION, 50076, basic_action",
        "MULTIFACTOR_ENROLLMENT,     50079, basic_action",
        "COMPLIANT_DEVICE,           53000, ",
    })
    void challengesWhereAPolicyDemandsIt(AccessPolicy.Demand demand, int code, String suberror) throws Exception {
        Directory before = contoso.entra.directory();
        AccessPolicy policy = new AccessPolicy(
                "9ab03e19-ed42-4168-b6b7-7001fb3e933a", MicrosoftApps.GRAPH, demand, List.of(Contoso.ADA));
        Map<String, String> form = form(adas(contoso.entra.forge()).compact());
        Map<String, String> toGraph = new LinkedHashMap<>(form);
        toGraph.put("scope", "https://graph.microsoft.com/.default");
        contoso.entra.replace(before.granting(before.grants().restrictedBy(List.of(policy))));
        try {
            var answer = contoso.token(toGraph);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo(code);
            assertThat(answer.json().path("error").asText()).isEqualTo("interaction_required");
            assertThat(answer.json().path("suberror").asText(null)).isEqualTo(suberror);
            assertThat(answer.json().path("claims").asText())
                    .isEqualTo("{\"access_token\":{\"capolids\":{\"essential\":true,\"values\":["
                            + "\"9ab03e19-ed42-4168-b6b7-7001fb3e933a\"]}}}");
            assertThat(contoso.token(form).code()).as("another API").isZero();
        } finally {
            contoso.entra.replace(before);
        }
        assertThat(contoso.token(toGraph).code()).isZero();
    }

    private static TokenDraft adas(TokenForge forge) {
        return forge.user(Contoso.CONSOLE, "api://accounts", Contoso.ADA);
    }

    private static Map<String, String> form(String assertion) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
        form.put("client_id", Contoso.ACCOUNTS);
        form.put("client_secret", Contoso.SECRET);
        form.put("assertion", assertion);
        form.put("scope", "api://ledger/.default");
        form.put("requested_token_use", "on_behalf_of");
        return form;
    }

    private static Arguments of(String name, int code, Function<TokenForge, String> assertion) {
        return arguments(name, code, assertion);
    }
}
