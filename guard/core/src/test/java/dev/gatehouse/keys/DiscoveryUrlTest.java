package dev.gatehouse.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscoveryUrlTest {
    private static final String LOGIN = "https://login.example";

    @ParameterizedTest
    @CsvSource({
        "1, https://login.example/t/.well-known/openid-configuration",
        "2, https://login.example/t/v2.0/.well-known/openid-configuration"
    })
    void aTenantHasItsOwnForEachVersion(int version, String address) {
        DiscoveryUrl metadata = DiscoveryUrl.of(LOGIN, "t", version);

        assertThat(metadata.address()).hasToString(address);
        assertThat(metadata.tenant()).isEqualTo("t");
    }

    @Test
    void severalTenantsShareOne() {
        DiscoveryUrl metadata = DiscoveryUrl.shared(LOGIN);

        assertThat(metadata.address())
                .hasToString("https://login.example/organizations/v2.0/.well-known/openid-configuration");
        assertThat(metadata.isOwnedByTenant()).isFalse();
    }
}
