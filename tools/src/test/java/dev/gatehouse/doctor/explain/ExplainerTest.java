package dev.gatehouse.doctor.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.rendering.PageHtml;
import dev.gatehouse.rendering.PageText;
import dev.gatehouse.rendering.Screen;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainerTest {
    private static final Explainer EXPLAINER = new Explainer();

    static Stream<Report> reports() {
        return Stream.of(
                        "cases.txt",
                        "reports.txt",
                        "held-out.txt",
                        "held-out-2.txt",
                        "held-out-3.txt",
                        "held-out-4.txt",
                        "held-out-5.txt")
                .flatMap(file -> Report.in(file).stream());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void namesTheCauseFirst(Report report) {
        assertThat(report.right()).contains(EXPLAINER.of(report.input()).cause().orElse("not known"));
    }

    /** What terminals, browsers, chats and mails do to a text. */
    private static final Map<String, UnaryOperator<String>> COPIED = Map.of(
            "colours", text -> eachLine(text, line -> "\u001b[31;1m" + line + "\u001b[0m"),
            "Windows line ends", text -> text.replace("\n", "\r\n"),
            "a fence of Markdown", text -> "Since yesterday:\n\n```text\n" + text + "\n```\nAny idea?\n",
            "entities of HTML",
                    text -> text.replace("&", "&amp;")
                            .replace("\"", "&quot;")
                            .replace("'", "&#39;")
                            .replace("<", "&lt;"),
            "quotes of a word processor", text -> text.replace("'", "\u2019"),
            "indentation", text -> eachLine(text, line -> "        " + line));

    static Stream<Arguments> copies() {
        return reports().flatMap(report -> COPIED.keySet().stream().map(how -> Arguments.of(report, how)));
    }

    @ParameterizedTest
    @MethodSource("copies")
    void readsACopy(Report report, String how) {
        String copy = COPIED.get(how).apply(report.input());

        assertThat(report.right()).contains(EXPLAINER.of(copy).cause().orElse("not known"));
    }

    @ParameterizedTest
    @ValueSource(ints = {72, 80, 100, 132})
    void joinsTheLinesThatATerminalBroke(int columns) {
        String wide = "Error: AADSTS700213: No matching federated identity record found for presented assertion subject"
                + " 'repo:fabrikam/orders:environment:test'. Check your federated identity credential Subject, Audience and"
                + " Issuer against the presented assertion. Trace ID: 0f0e0d0c-0000-4000-8000-010203040506";

        PasteExplanation explanation = EXPLAINER.of(wide.replaceAll("(.{" + columns + "})", "$1\n"));

        assertThat(explanation.cause()).contains("entra.federation-subject");
        assertThat(text(explanation)).contains("repo:fabrikam/orders:environment:test");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AADSTS700016: Application with identifier 'api://orders' was not found in the directory 'X'. | entra.client-is-a-uri",
                "AADSTS700016: Application with identifier 'orders-job' was not found in the directory 'X'. | entra.client-not-a-guid",
                "AADSTS700016: Application with identifier '4500e80e-5be7-3cbc-8d18-8c95f4aa39fb' was not found in the directory 'Microsoft Accounts'. | entra.client-personal",
                "AADSTS500011: The resource principal named api://orders/.default was not found in the tenant named X. | entra.resource-with-scope",
                "AADSTS50011: The redirect URI 'http://orders.example/signin' specified in the request does not match | entra.redirect-scheme",
                "AADSTS50011: The redirect URI 'http://localhost:3000' specified in the request does not match | entra.redirect",
                "AADSTS65001: consent; at OnBehalfOfSupplier grant on_behalf_of | entra.no-consent-on-behalf",
                "IDX10214: Audience validation failed. Audiences: '00000003-0000-0000-c000-000000000000'. Did not match: ValidAudience: '5b228b96-0749-3d6e-899d-b09a22ecbc48' | token.audience-graph",
                "IDX10214: Audience validation failed. Audiences: 'api://5b228b96-0749-3d6e-899d-b09a22ecbc48'. Did not match: validationParameters.ValidAudience: '5b228b96-0749-3d6e-899d-b09a22ecbc48' | token.audience-spelling",
                "IDX10205: Issuer validation failed. Issuer: 'https://orders.b2clogin.com/81061dfa-4cc7-3cff-bb58-89410eba01c7/v2.0/'. Did not match: validationParameters.ValidIssuer: 'https://login.microsoftonline.com/81061dfa-4cc7-3cff-bb58-89410eba01c7/v2.0' | token.customers",
                "IDX10205: Issuer validation failed. Issuer: 'https://sts.windows.net/81061dfa-4cc7-3cff-bb58-89410eba01c7/'. Did not match: validationParameters.ValidIssuer: 'https://login.microsoftonline.com/91061dfa-4cc7-3cff-bb58-89410eba01c7/v2.0' | token.issuer",
                "Claim value mismatch: aud=api://orders | gateway.claim-audience"
            })
    void tellsFormsOfOneCodeApart(String text, String cause) {
        assertThat(EXPLAINER.of(text).cause()).contains(cause);
    }

    /** The forms of one message in the versions of Microsoft's library: with values, and hidden in four ways. */
    static Stream<String> signatureMessages() {
        List<String> openings = List.of(
                "IDX10511: Signature validation failed. Keys tried: '%s'.\nkid: '%s'.\nExceptions caught:\n '%s'.\ntoken: '%s'.",
                "IDX10511: Signature validation failed. Keys tried: '%s'. \nNumber of keys in TokenValidationParameters: '0'."
                        + " \nNumber of keys in Configuration: '6'. \nMatched key was in 'Configuration'. \nkid: '%s'. \nExceptions"
                        + " caught:\n '%s'.\ntoken: '%s'. See https://aka.ms/IDX10511 for details.",
                "IDX10511: Signature validation failed. Keys tried: '%s'. , KeyId: %s\r\n'. \nExceptions caught:\n '%s'.\ntoken: '%s'.",
                "Bearer was not authenticated. Failure message: IDX10511: Signature validation failed. Keys tried: '%s'. kid: '%s'."
                        + " Exceptions caught: '%s'. token: '%s'.",
                "JWT Validation Failed: IDX10511: Signature validation failed. Keys tried: '%s'. kid: '%s'. Exceptions caught: '%s'."
                        + " token: '%s'.. Access denied.",
                "Microsoft.IdentityModel.Tokens.SecurityTokenInvalidSignatureException: IDX10511: Signature validation failed. Keys"
                        + " tried: '%s'. kid: '%s'. Exceptions caught: '%s'. token: '%s'.",
                "{\"reason\":\"TokenSignatureInvalid\",\"source\":\"validate-jwt\",\"message\":\"IDX10511: Signature validation"
                        + " failed. Keys tried: '%s'. \\nkid: '%s'. \\nExceptions caught:\\n '%s'. \\ntoken: '%s'. Access denied.\"}");
        List<String> values = List.of(
                "Microsoft.IdentityModel.Tokens.X509SecurityKey, KeyId: 'k', InternalId: 'k'",
                "[PII is hidden. For more details, see https://aka.ms/IdentityModel/PII.]",
                "[PII of type 'System.Text.StringBuilder' is hidden. For more details, see https://aka.ms/IdentityModel/PII.]",
                "[Security Artifact of type 'Microsoft.IdentityModel.Tokens.X509SecurityKey' is hidden. For more details, see https://aka.ms/IdentityModel/SecurityArtifactLogging]");
        return openings.stream().flatMap(opening -> values.stream()
                .map(value -> String.format(opening, value, "nOo3ZDrODXEK1jKWhXslHR_KXEg", value, value)));
    }

    /** They all say "Keys tried", and the key was found: the signature does not match it. */
    @ParameterizedTest
    @MethodSource("signatureMessages")
    void callsAWrongSignatureNeverAMissingKey(String message) {
        assertThat(EXPLAINER.of(message).cause().orElse("not known"))
                .isIn("token.signature", "gateway.token-signature");
    }

    /** A person's sentence is a hint; what it rules out is not even that. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I fixed AADSTS500011 yesterday, and now we get: AADSTS7000222: The provided client secret keys are expired. | entra.secret-expired",
                "My registration had AADSTS65001 before that.\\n\\nAADSTS50011: The redirect URI 'https://a.example/x' does not match | entra.redirect",
                "I think my function app has no job functions found. | host.no-functions",
                "It is not AADSTS500011 any more, I solved that. | not known",
                "I get AADSTS50105 when I sign in. | entra.user-not-assigned"
            })
    void readsAPersonsWordsAsAHint(String text, String cause) {
        assertThat(EXPLAINER.of(text.replace("\\n", "\n")).cause().orElse("not known"))
                .isEqualTo(cause);
    }

    /** A name that several products use counts only beside what is API Management's. */
    @Test
    void takesAWordForAReasonOfTheGatewayOnlyInItsContext() {
        assertThat(EXPLAINER
                        .of("{\"error\":{\"code\":\"ValidationFailed\",\"message\":\"said\"}}")
                        .cause())
                .isEmpty();
        assertThat(EXPLAINER.of("the enum has TokenExpired and QuotaExceeded").cause())
                .isEmpty();
        assertThat(EXPLAINER
                        .of("lastError.reason TokenExpired, source validate-jwt")
                        .cause())
                .contains("gateway.token-expired");
    }

    @Test
    void namesTheJavaVersionsOfAClassFile() {
        assertThat(
                        text(
                                EXPLAINER.of(
                                        "java.lang.UnsupportedClassVersionError: X has been compiled by a more recent version of the Java"
                                                + " Runtime (class file version 65.0), this version only recognizes class file versions up to 61.0")))
                .contains("compiled for Java 21", "runs on Java 17");
    }

    @Test
    void readsEverythingInAPaste() {
        PasteExplanation explanation = EXPLAINER.of("""
                [ERROR] BUILD FAILURE
                2026-11-30T10:00:00Z [Error] Worker was unable to load function a: 'java.lang.UnsupportedClassVersionError: X (class file version 65.0)'

                > the client meanwhile:
                AADSTS7000222: The provided client secret keys for app '4500e80e-5be7-3cbc-8d18-8c95f4aa39fb' are expired.
                """);

        assertThat(explanation.findings().stream().map(found -> found.cause().id()))
                .containsExactly("java.class-version", "entra.secret-expired", "maven.failed");
        assertThat(explanation.consequences().stream()
                        .map(found -> found.cause().id()))
                .containsExactly("java.load-failed");
    }

    /** RFC-like chains: the innermost known exception is the reason. */
    @Test
    void followsTheChainOfCauses() {
        assertThat(EXPLAINER.of("""
                        com.azure.core.exception.ClientAuthenticationException: Managed Identity authentication failed
                        	at com.fabrikam.Orders.read(Orders.java:1)
                        Caused by: com.microsoft.aad.msal4j.MsalClientException: java.net.UnknownHostException: login.microsoftonline.com
                        Caused by: java.net.UnknownHostException: login.microsoftonline.com
                        """).cause()).contains("client.authority-unreachable");
    }

    @Test
    void saysWhatItDoesNotKnow() {
        PasteExplanation explanation =
                EXPLAINER.of("AADSTS9999999: something new\nTrace ID: 0f0e0d0c-0000-4000-8000-010203040506");

        assertThat(explanation.cause()).isEmpty();
        assertThat(text(explanation))
                .contains("Not known", "AADSTS9999999", "https://login.microsoftonline.com/error?code=9999999")
                .contains("trace id", "0f0e0d0c-0000-4000-8000-010203040506");
        assertThat(EXPLAINER.of("it does not work, please help").cause()).isEmpty();
        assertThat(EXPLAINER.of("").cause()).isEmpty();
    }

    @Test
    void seesThatALaterCallSucceeded() {
        String refused = "HTTP/1.1 401 Unauthorized\nContent-Length: 0\n\n";

        assertThat(EXPLAINER.of(refused).recovered()).isFalse();
        assertThat(EXPLAINER.of(refused + "HTTP/1.1 200 OK\n\n").recovered()).isTrue();
        assertThat(EXPLAINER.of("HTTP/1.1 200 OK\n\n" + refused).recovered()).isFalse();
    }

    /** Lines that look like errors, and are none. */
    @Test
    void doesNotCallNoiseACause() {
        PasteExplanation explanation = EXPLAINER.of(
                "[Verbose] AuthenticationScheme: ArmToken was not authenticated.\n[Information] Executed 'Functions.a' (Succeeded)");

        assertThat(explanation.cause()).isEmpty();
        assertThat(text(explanation)).contains("Nothing here is an error by itself", "no error");
    }

    @Test
    void showsTheCodeThatItHasRead() {
        assertThat(
                        text(
                                EXPLAINER.of(
                                        "http://localhost:3000/?error=invalid_client&error_description=AADSTS650053%3a+The+application+%27spa%27+asked+for+scope+%27Orders.Read%27+that+doesn%27t+exist")))
                .contains("seen in", "AADSTS650053: The application 'spa' asked for scope");
        assertThat(
                        text(
                                EXPLAINER.of(
                                        "{\"error\":{\"code\":\"RoleAssignmentUpdateNotPermitted\",\"message\":\"not allowed to be updated\"}}")))
                .contains("\"code\":\"RoleAssignmentUpdateNotPermitted\"");
    }

    @Test
    void showsNoSecretAndNoPerson() {
        String secrets =
                "AADSTS7000215: Invalid client secret provided. client_secret=abc8Q~s3cretS3cretS3cretS3cretS3cret for user ada@fabrikam.example\n"
                        + "Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL2dyYXBoLm1pY3Jvc29mdC5jb20iLCJ1cG4iOiJhZGFAZiJ9.c2lnbmF0dXJlLXNlY3JldA\n"
                        + "x-functions-key: Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4AzFu1234 AADSTS50020: User account 'ada@fabrikam.example' from identity provider";
        PasteExplanation explanation = EXPLAINER.of(secrets);

        assertThat(text(explanation) + explanation.json() + PageHtml.of(ExplanationPage.of(explanation)))
                .doesNotContain("s3cret", "eyJ", "c2lnbmF0", "Zm9vYmFy", "ada@")
                .contains("entra.secret-wrong");
    }

    /** Five megabytes: time in proportion to the text, also where it has no line breaks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-30T10:00:00Z [Information] Executed 'Functions.listOrders' (Succeeded, Duration=3ms) IDX10223 Exception at a.b.C(D.java:1)\n",
                "{\\\"error\\\":\\\"AADSTS50011: redirect URI 'x' \\r\\n{{{[[[\\\"code\\\":\\\"Aa\\\" HTTP/1.1 401 ",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.a.a.a.a.Aaaaaaaaa",
                "HTTP/1.1 500 x\na: b\n"
            })
    void staysFast(String repeated) {
        String large = repeated.repeat(5_000_000 / repeated.length());

        Assertions.assertTimeout(Duration.ofSeconds(20), () -> EXPLAINER.of(large));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 200})
    void fitsTheScreen(int columns) {
        for (Report report : reports().toList()) {
            assertThat(new PageText(new Screen(false, columns)).of(ExplanationPage.of(EXPLAINER.of(report.input()))))
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
        }
    }

    private static String text(PasteExplanation explanation) {
        List<String> lines = new PageText(Screen.plain()).of(ExplanationPage.of(explanation));
        return String.join("\n", lines);
    }

    private static String eachLine(String text, UnaryOperator<String> change) {
        return text.lines().map(change).collect(Collectors.joining("\n"));
    }
}
