package dev.gatehouse.onward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.fixtures.SelfSigned;
import dev.gatehouse.middleware.PresentedToken;
import dev.gatehouse.onward.FakeEntra.Answer;
import dev.gatehouse.test.TestCaller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MSAL4J against a token endpoint on this machine; isolated, as the trusted certificate is the JVM's. */
@Isolated
class MsalExchangeTest {
    private static final String CLIENT = "11111111-0000-4000-8000-000000000001";
    private static final String ASSERTION = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmVk";
    private static final OnwardRequest REQUEST = new OnwardRequest(
            TestCaller.user("profile.read").caller(),
            new PresentedToken(ASSERTION),
            Set.of("https://graph.microsoft.com/User.Read"));

    @TempDir
    private Path folder;

    private static FakeEntra entra;
    private static Path store;

    @BeforeAll
    static void start(@TempDir Path keys) throws IOException {
        entra = FakeEntra.start(keys);
        store = keys.resolve("client.p12");
        SelfSigned.ofAClient(store);
    }

    @BeforeEach
    void begin() {
        entra.begin();
    }

    @AfterAll
    static void stop() {
        entra.close();
    }

    /** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow#middle-tier-access-token-request */
    @Test
    void exchangesTheUsersTokenInTheUsersTenant() {
        Instant before = Instant.now();

        OnwardToken token = (OnwardToken) bySecret().exchange(REQUEST);

        assertThat(token.value()).isEqualTo("downstream");
        assertThat(token.expiresAt()).isBetween(before.plusSeconds(4790), before.plusSeconds(4830));
        assertThat(entra.paths).containsExactly("/" + TestCaller.TENANT + "/oauth2/v2.0/token");
        assertThat(entra.asked).singleElement().satisfies(form -> assertThat(form)
                .containsEntry("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer")
                .containsEntry("requested_token_use", "on_behalf_of")
                .containsEntry("assertion", ASSERTION)
                .containsEntry("client_id", CLIENT)
                .containsEntry("client_secret", "a secret")
                .hasEntrySatisfying("scope", scope -> assertThat(scope.split(" "))
                        .contains("https://graph.microsoft.com/User.Read")));
    }

    /** Nothing of one exchange is left for the next: what is remembered, and for whom, is decided in one place. */
    @Test
    void leavesNothingInTheLibrarysCache() {
        MsalExchange exchange = bySecret();

        exchange.exchange(REQUEST);
        entra.answer = Answer.of(200, FakeEntra.TOKEN.replace("downstream", "second"));

        assertThat(((OnwardToken) exchange.exchange(REQUEST)).value()).isEqualTo("second");
        assertThat(entra.asked).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void signsAnAssertionWithTheKeyOfAFile(boolean isPem) throws IOException {
        ClientCredential certificate =
                isPem ? pem(store) : new ClientCredential.Certificate(store, SelfSigned.PASSWORD);

        assertThat(exchange(certificate).exchange(REQUEST)).isInstanceOf(OnwardToken.class);
        assertThat(entra.asked).singleElement().satisfies(form -> {
            assertThat(form)
                    .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                    .doesNotContainKey("client_secret");
            String claims = new String(
                    Base64.getUrlDecoder().decode(form.get("client_assertion").split("\\.")[1]));
            assertThat(claims).contains("\"sub\":\"" + CLIENT + "\"");
        });
    }

    @Test
    void namesASettingWhoseFileCannotBeRead() throws IOException {
        Path file = Files.writeString(folder.resolve("key.pem"), "-----BEGIN ENCRYPTED PRIVATE KEY-----\n");
        Path absent = folder.resolve("absent.pem");

        for (Path each : new Path[] {file, absent}) {
            OnwardRefusal refusal = (OnwardRefusal)
                    exchange(new ClientCredential.Certificate(each, "")).exchange(REQUEST);
            assertThat(refusal.reason()).isEqualTo(OnwardReason.MISCONFIGURED);
            assertThat(refusal.detail()).startsWith("GATEHOUSE_ONWARD_CERTIFICATE cannot be read: ");
        }
        assertThat(entra.asked).isEmpty();
    }

    @Test
    void passesOnWhatEntraAnswers() {
        entra.answer = Answer.of(400, EntraAnswerTest.MFA);

        OnwardRefusal refusal = (OnwardRefusal) bySecret().exchange(REQUEST);

        assertThat(refusal.reason()).isEqualTo(OnwardReason.INTERACTION_REQUIRED);
        assertThat(refusal.members()).containsEntry("claims", EntraAnswerTest.CLAIMS);
        assertThat(refusal.detail()).contains("AADSTS50076").doesNotContain(ASSERTION, "multi-factor");
    }

    /** One request, and the caller is told when to come again: no thread sleeps for it. */
    @ParameterizedTest
    @CsvSource({"429, 17, 17", "503, '', 5", "500, 99999, 3600", "503, soon, 5"})
    void asksTheCallerToWaitWhereEntraCannotAnswer(int status, String retryAfter, String wait) {
        entra.answer = new Answer(status, Map.of("Retry-After", retryAfter), "{\"error\":\"temporarily_unavailable\"}");

        OnwardRefusal refusal = (OnwardRefusal) bySecret().exchange(REQUEST);

        assertThat(refusal.reason()).isEqualTo(OnwardReason.UNAVAILABLE);
        assertThat(refusal.headers()).containsExactly(Map.entry("Retry-After", wait));
        assertThat(entra.asked).hasSize(1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            502 | <html>Bad gateway</html>
            400 | <html>Blocked by the proxy</html>
            400 | ''
            200 | <html>Please sign in</html>
            200 | {}
            302 | ''
            """)
    void takesNothingThatIsNotAnAnswerOfEntras(int status, String body) {
        entra.answer = new Answer(status, Map.of("Location", entra.address() + "/elsewhere"), body);

        assertThat(bySecret().exchange(REQUEST))
                .isInstanceOfSatisfying(OnwardRefusal.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(OnwardReason.UNAVAILABLE));
        assertThat(entra.paths).doesNotContain("/elsewhere");
    }

    @Test
    void doesNotReadAnAnswerWithoutEnd() {
        entra.answer = Answer.of(200, FakeEntra.TOKEN.replace("downstream", "x".repeat(300_000)));

        assertThat(((OnwardRefusal) bySecret().exchange(REQUEST)).reason()).isEqualTo(OnwardReason.UNAVAILABLE);
    }

    @Test
    void waitsForFiveSecondsAtMost() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();
            OnwardResult result = exchange(
                            "https://localhost:" + silent.getLocalPort(), new ClientCredential.Secret("a secret"))
                    .exchange(REQUEST);

            assertThat(((OnwardRefusal) result).reason()).isEqualTo(OnwardReason.UNAVAILABLE);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
        }
    }

    @Test
    void isUnavailableWhereNothingListens() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        OnwardRefusal refusal =
                (OnwardRefusal) exchange("https://localhost:" + port, new ClientCredential.Secret("a secret"))
                        .exchange(REQUEST);

        assertThat(refusal.reason()).isEqualTo(OnwardReason.UNAVAILABLE);
        assertThat(refusal.detail()).contains("ConnectException");
    }

    private MsalExchange bySecret() {
        return exchange(new ClientCredential.Secret("a secret"));
    }

    private MsalExchange exchange(ClientCredential credential) {
        return exchange(entra.address(), credential);
    }

    private static MsalExchange exchange(String login, ClientCredential credential) {
        return new MsalExchange(new AppAtEntra(login, CLIENT, credential));
    }

    private ClientCredential pem(Path store) throws IOException {
        try {
            CertificateFile read = CertificateFile.read(store, SelfSigned.PASSWORD);
            Path file = Files.writeString(
                    folder.resolve("client.pem"),
                    block("CERTIFICATE", read.certificate().getEncoded())
                            + block("PRIVATE KEY", read.key().getEncoded()));
            assertThat(CertificateFile.read(file, "")).isEqualTo(read);
            return new ClientCredential.Certificate(file, "");
        } catch (java.security.GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String block(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                + label + "-----\n";
    }
}
