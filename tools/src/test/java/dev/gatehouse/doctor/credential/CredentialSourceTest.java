package dev.gatehouse.doctor.credential;

import static dev.gatehouse.doctor.credential.CredentialSource.AZURE_CLI;
import static dev.gatehouse.doctor.credential.CredentialSource.MANAGED_IDENTITY;
import static dev.gatehouse.doctor.credential.CredentialSource.WORKLOAD_IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialSourceTest {
    private static final Map<String, String> ALL = Map.of(
            "AZURE_CLIENT_ID", "11111111-1111-1111-1111-111111111111",
            "AZURE_TENANT_ID", "22222222-2222-2222-2222-222222222222",
            "AZURE_FEDERATED_TOKEN_FILE", "/var/run/token",
            "IDENTITY_ENDPOINT", "http://127.0.0.1:8081/msi/token",
            "IDENTITY_HEADER", "of this start");

    @Test
    void asksTheAzureCliThenWorkloadIdentityThenManagedIdentity() {
        assertThat(CredentialSource.among(ALL)).containsExactly(AZURE_CLI, WORKLOAD_IDENTITY, MANAGED_IDENTITY);
    }

    @Test
    void asksTheAzureCliAloneOnALaptop() {
        assertThat(CredentialSource.among(Map.of())).containsExactly(AZURE_CLI);
    }

    /** With one of the two, the library would ask the instance metadata service. */
    @ParameterizedTest
    @ValueSource(strings = {"IDENTITY_ENDPOINT", "IDENTITY_HEADER"})
    void asksNoManagedIdentityWhereItsEndpointIsNotFullySaid(String missing) {
        assertThat(CredentialSource.among(without(missing, ""))).containsExactly(AZURE_CLI, WORKLOAD_IDENTITY);
        assertThat(CredentialSource.among(without(missing, " "))).containsExactly(AZURE_CLI, WORKLOAD_IDENTITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/metadata/identity/oauth2/token", "not an address"})
    void neverAsksTheInstanceMetadataService(String endpoint) {
        assertThat(CredentialSource.among(without("IDENTITY_ENDPOINT", endpoint)))
                .doesNotContain(MANAGED_IDENTITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_FEDERATED_TOKEN_FILE"})
    void asksNoWorkloadIdentityThatIsNotFullySaid(String missing) {
        assertThat(CredentialSource.among(without(missing, ""))).containsExactly(AZURE_CLI, MANAGED_IDENTITY);
    }

    private static Map<String, String> without(String name, String instead) {
        Map<String, String> environment = new HashMap<>(ALL);
        environment.put(name, instead);
        return environment;
    }
}
