package dev.gatehouse.chain.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.chain.entra.directory.MicrosoftApps;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One valid token of a managed identity that proves an application, changed in one place per case. */
class FederatedAssertionTest {
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
                of("another issuer", 700211, draft -> draft.claim("iss", "https://login.example.com/v2.0")),
                of(
                        "the issuer of version 1",
                        700211,
                        draft -> draft.claim("iss", "https://sts.windows.net/" + Contoso.TENANT + "/")),
                of("another identity", 700213, draft -> draft.claim("sub", Contoso.BATCH_OID)),
                of(
                        "the subject in another case",
                        7002138,
                        draft -> draft.claim("sub", Contoso.GATEWAY_OID.toUpperCase(java.util.Locale.ROOT))),
                of("without a subject", 700213, draft -> draft.withoutClaim("sub")),
                of("another audience", 700212, draft -> draft.claim("aud", MicrosoftApps.STORAGE)),
                of("of another cloud", 700212, draft -> draft.claim("aud", "api://AzureADTokenExchangeUSGov")),
                of("another key", 700027, draft -> draft.signedBy(Signer.stranger(2048))),
                of("an unknown key", 700027, draft -> draft.header("kid", "unknown")),
                of("not a managed identity's", 700222, draft -> draft.withoutClaim("xms_mirid")),
                of("expired", 700024, draft -> draft.claim("exp", now - 1)),
                of("not yet valid", 700024, draft -> draft.claim("nbf", now + 600)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void provesTheApplicationOnlyWhenWhole(String name, int code, UnaryOperator<TokenDraft> change) {
        var answer = contoso.token(form(Contoso.ACCOUNTS, change.apply(valid()).compact()));
        assertThat(answer.code()).as(name).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(code == 0 ? 200 : 401);
        assertThat(answer.json().path("error").asText()).isEqualTo(code == 0 ? "" : "invalid_client");
    }

    /** The texts of captured answers: Azure/login issues 482 and 515, terraform-provider-databricks' tests of 700211. */
    @Test
    void saysWhatDidNotMatch() {
        assertThat(description(valid().claim("sub", "someone")))
                .startsWith("AADSTS700213: No matching federated identity record found for presented assertion subject"
                        + " 'someone'. Check your federated identity credential Subject, Audience and Issuer against"
                        + " the presented assertion. https://learn.microsoft.com/entra/workload-id/");
        assertThat(description(valid().claim("iss", "https://example.com")))
                .startsWith("AADSTS700211: No matching federated identity record found for presented assertion issuer"
                        + " 'https://example.com'.");
        assertThat(description(valid().claim("aud", "my.audience")))
                .startsWith("AADSTS700212: No matching federated identity record found for presented assertion audience"
                        + " 'my.audience'.");
    }

    @Test
    void provesNoApplicationWithoutACredential() {
        var answer = contoso.token(form(Contoso.BATCH, valid().compact()));
        assertThat(answer.code()).isEqualTo(70025);
    }

    @Test
    void needsTheApplicationsIdInTheRequest() {
        Map<String, String> form = form(Contoso.ACCOUNTS, valid().compact());
        form.remove("client_id");
        assertThat(contoso.token(form).code()).isEqualTo(900144);
    }

    @Test
    void repeatsNoPartOfTheAssertion() {
        String assertion = valid().signedBy(Signer.stranger(2048)).compact();
        assertThat(contoso.token(form(Contoso.ACCOUNTS, assertion)).json().toString())
                .doesNotContain(assertion.substring(assertion.lastIndexOf('.') + 1));
    }

    private static String description(TokenDraft assertion) {
        return contoso.token(form(Contoso.ACCOUNTS, assertion.compact()))
                .json()
                .path("error_description")
                .asText();
    }

    private static TokenDraft valid() {
        return contoso.entra.forge().managedIdentity(Contoso.GATEWAY, "api://AzureADTokenExchange");
    }

    private static Map<String, String> form(String client, String assertion) {
        return new LinkedHashMap<>(Map.of(
                "grant_type", "client_credentials",
                "client_id", client,
                "scope", "api://accounts/.default",
                "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion", assertion));
    }

    private static Arguments of(String name, int code, UnaryOperator<TokenDraft> change) {
        return arguments(name, code, change);
    }
}
