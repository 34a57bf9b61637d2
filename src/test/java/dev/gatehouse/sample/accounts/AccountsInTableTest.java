package dev.gatehouse.sample.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.data.tables.TableClient;
import com.azure.data.tables.TableClientBuilder;
import dev.gatehouse.fixtures.LoopbackTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

class AccountsInTableTest {

    /** azure-identity would ask the metadata service of a virtual machine: no client may. */
    @Test
    void needAnIdentityOfTheFunctionApp() {
        Map<String, String> platform = Map.of("IDENTITY_ENDPOINT", "http://localhost", "IDENTITY_HEADER", "x");

        assertThatThrownBy(() -> AccountsInTable.asTheApp("https://a.table.core.windows.net", "id", Map.of()))
                .isInstanceOf(AccountsUnavailableException.class)
                .hasMessageContaining("IDENTITY_ENDPOINT");
        assertThatThrownBy(() -> AccountsInTable.asTheApp("https://a.table.core.windows.net", "", platform))
                .isInstanceOf(AccountsUnavailableException.class);
        assertThat(AccountsInTable.asTheApp("https://a.table.core.windows.net", "id", platform))
                .isNotNull();
    }

    @Test
    void areUnavailableWhereNothingListens() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        Accounts accounts = AccountsInTable.of(
                "https://localhost:" + port + "/gatehouse",
                credential("https://storage.azure.com"),
                new JdkHttpClientBuilder().build());

        assertThatThrownBy(() -> accounts.all(AccountsContract.CALLER))
                .isInstanceOf(AccountsUnavailableException.class)
                .hasMessageContaining("ConnectException");
    }

    /** Azurite with tokens, as Azure has it: tools/src/test/azurite/run. */
    @Nested
    @EnabledIfEnvironmentVariable(named = "GATEHOUSE_AZURITE", matches = ".+")
    class WithAzurite extends AccountsContract {
        private static Process azurite;
        private static String endpoint;
        private static LoopbackTls tls;

        @BeforeAll
        static void start(@TempDir Path folder) throws IOException, InterruptedException {
            tls = LoopbackTls.create(folder);
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort(); // with port 0, Azurite would not say which one it took
            }
            ProcessBuilder builder = new ProcessBuilder(
                    "node",
                    System.getenv("GATEHOUSE_AZURITE"),
                    "--tableHost",
                    "127.0.0.1",
                    "--tablePort",
                    String.valueOf(port),
                    "--oauth",
                    "basic",
                    "--cert",
                    folder.resolve("server.p12").toString(),
                    "--pwd",
                    "changeit",
                    "--inMemoryPersistence",
                    "--disableTelemetry",
                    "--skipApiVersionCheck",
                    "--silent");
            builder.environment()
                    .put("AZURITE_ACCOUNTS", "gatehouse:" + Base64.getEncoder().encodeToString(new byte[32]));
            azurite = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            endpoint = "https://localhost:" + port + "/gatehouse";
            awaitListening(port);
        }

        @AfterAll
        static void stop() throws InterruptedException {
            azurite.destroy();
            azurite.waitFor(10, TimeUnit.SECONDS);
        }

        @AfterEach
        void clear() {
            table().deleteTable();
        }

        @Override
        Accounts accounts() {
            table().createTable();
            return AccountsInTable.of(endpoint, credential("https://storage.azure.com"), http());
        }

        @Test
        void areUnavailableWithoutATable() {
            Accounts accounts = AccountsInTable.of(endpoint, credential("https://storage.azure.com"), http());

            assertThatThrownBy(() -> accounts.find(CALLER, "ada"))
                    .isInstanceOf(AccountsUnavailableException.class)
                    .hasMessageContaining("404 TableNotFound");
        }

        @Test
        void areUnavailableWhereTheAppIsNotLetIn() {
            accounts();
            Accounts refused = AccountsInTable.of(endpoint, credential("https://elsewhere.example"), http());

            assertThatThrownBy(() -> refused.add(CALLER, new Account("ada", "Ada")))
                    .isInstanceOf(AccountsUnavailableException.class)
                    .hasMessageMatching("the table service answered 40[13].*");
        }

        @Test
        void aRowSaysWhoProvisionedIt() {
            accounts().add(CALLER, new Account("ada", "Ada"));

            assertThat(table().getEntity(CALLER.tenant(), "ada").getProperties())
                    .containsEntry("provisionedBy", CALLER.objectId());
        }

        private static TableClient table() {
            return new TableClientBuilder()
                    .endpoint(endpoint)
                    .tableName(AccountsInTable.TABLE)
                    .credential(credential("https://storage.azure.com"))
                    .httpClient(http())
                    .buildClient();
        }

        private static com.azure.core.http.HttpClient http() {
            return new JdkHttpClientBuilder(HttpClient.newBuilder().sslContext(tls.trusting())).build();
        }

        private static void awaitListening(int port) throws InterruptedException {
            for (int i = 0; i < 240 && azurite.isAlive(); i++) {
                try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    return;
                } catch (IOException notYet) {
                    TimeUnit.MILLISECONDS.sleep(250);
                }
            }
            throw new IllegalStateException("Azurite did not start");
        }
    }

    /** Azurite reads the claims of a token, and no signature. */
    private static TokenCredential credential(String audience) {
        long now = Instant.now().getEpochSecond();
        String token = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "."
                + base64("{\"aud\":\"" + audience + "\",\"iss\":\"https://sts.windows.net/"
                        + AccountsContract.CALLER.tenant() + "/\",\"iat\":" + (now - 10) + ",\"nbf\":" + (now - 10)
                        + ",\"exp\":" + (now + 3600) + "}")
                + "." + base64("signed");
        return request -> Mono.just(new AccessToken(token, OffsetDateTime.now().plusHours(1)));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
