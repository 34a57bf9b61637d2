package dev.gatehouse.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeployedResourceTest {

    @ParameterizedTest
    @CsvSource({
        "/s/apis/accounts/policies/policy, true",
        "/s/apis/Accounts/policies/policy, true",
        "/S/APIS/ACCOUNTS/policies/policy, true",
        "/s/apis/accounts2/policies/policy, false",
        "/s/apis/accounts/operations/list/policies/policy, false",
        "/s/apis/accounts, false"
    })
    void liesBelowAnotherWhateverTheCaseOfTheirIds(String id, boolean isBelow) {
        assertThat(resource(id).isChildOf(resource("/s/apis/accounts"))).isEqualTo(isBelow);
    }

    private static DeployedResource resource(String id) {
        return new DeployedResource(Location.of("x"), "a/b", id, "", "", MissingNode.getInstance());
    }
}
