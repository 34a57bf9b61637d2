package dev.gatehouse.onward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.onward.FakeEntra.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** In a JVM of its own, as MSAL4J takes the identity endpoint from the environment. */
class ManagedIdentityTest {
    private static final String IDENTITY = "22222222-0000-4000-8000-000000000002";

    /** https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference */
    @Test
    void asksThePlatformForATokenToExchange() throws Exception {
        try (FakeEntra platform = FakeEntra.plain()) {
            platform.answer = Answer.of(
                    200,
                    "{\"access_token\":\"of the identity\",\"expires_on\":\"4102444800\",\"resource\":\"r\",\"token_type\":\"Bearer\"}");

            assertThat(child(platform.address() + "/msi/token")).isEqualTo("obtained");
            assertThat(platform.paths).containsExactly("/msi/token");
            assertThat(platform.asked).singleElement().satisfies(query -> assertThat(query)
                    .containsEntry("resource", "api://AzureADTokenExchange")
                    .containsEntry("client_id", IDENTITY)
                    .containsEntry("api-version", "2019-08-01"));
        }
    }

    @Test
    void anIdentityThatIsNotAssignedIsTheOperatorsToFix() throws Exception {
        try (FakeEntra platform = FakeEntra.plain()) {
            platform.answer = Answer.of(400, "{\"statusCode\":400,\"message\":\"No User Assigned identity found\"}");

            assertThat(child(platform.address() + "/msi/token"))
                    .startsWith("MISCONFIGURED no token of the managed identity");
        }
    }

    @Test
    void anEndpointThatFailsIsWorthAnotherAttempt() throws Exception {
        try (FakeEntra platform = FakeEntra.plain()) {
            platform.answer = Answer.of(500, "{\"statusCode\":500,\"message\":\"failed\"}");

            assertThat(child(platform.address() + "/msi/token"))
                    .startsWith("UNAVAILABLE no token of the managed identity");
        }
    }

    private static String child(String endpoint) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AsksForToken.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("IDENTITY_ENDPOINT", endpoint);
        builder.environment().put("IDENTITY_HEADER", "the header");
        Process child = builder.start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).isZero();
        return said;
    }

    /** Obtains the credential that an exchange would use. */
    static final class AsksForToken {
        private AsksForToken() {}

        public static void main(String[] arguments) {
            AppAtEntra app = new AppAtEntra(
                    "https://login.microsoftonline.com",
                    "11111111-0000-4000-8000-000000000001",
                    new ClientCredential.FederatedIdentity(IDENTITY));
            try {
                new MsalCredentials(app, Executors.newCachedThreadPool()).obtain();
                System.out.print("obtained");
            } catch (MsalCredentials.Unusable unusable) {
                System.out.print(
                        unusable.refusal().reason() + " " + unusable.refusal().detail());
            }
            System.exit(0);
        }
    }
}
