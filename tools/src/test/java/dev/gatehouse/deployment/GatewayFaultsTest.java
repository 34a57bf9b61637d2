package dev.gatehouse.deployment;

import static dev.gatehouse.fixtures.Snapshots.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.fixtures.Edited;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What would close the gateway in Azure, or open it differently, is never ignored. */
class GatewayFaultsTest {
    private static final String GATEWAY = "Microsoft.ApiManagement/service";
    private static final String API = GATEWAY + "/apis";
    private static final String VAULT = "Microsoft.KeyVault/vaults";

    static Stream<Arguments> gateways() {
        String secret = VAULT + "/secrets";
        return Stream.of(
                arguments(
                        Edited.of(MAIN).with(GATEWAY, "/properties/disableGateway", "true"),
                        "properties.disableGateway: is true: on this machine it must be false"),
                arguments(
                        Edited.of(MAIN).with(GATEWAY, "/properties/publicNetworkAccess", "\"Disabled\""),
                        "properties.publicNetworkAccess: is \"Disabled\": on this machine it must be Enabled"),
                arguments(
                        Edited.of(MAIN).with(GATEWAY, "/properties/virtualNetworkConfiguration", "{}"),
                        "properties.virtualNetworkConfiguration: is not supported on this machine"),
                arguments(
                        Edited.of(MAIN).with(GATEWAY, "/properties/customProperties/Protocols.Tls10", "\"True\""),
                        "properties.customProperties.Protocols.Tls10: is \"True\""),
                arguments(
                        Edited.of(MAIN).with(API, "/properties/protocols", "[\"http\", \"https\"]"),
                        "properties.protocols: is [http, https]: on this machine it must be [https]"),
                arguments(Edited.of(MAIN).without(API, "/properties/protocols"), "properties.protocols: is []"),
                arguments(
                        Edited.of(MAIN).with(API, "/properties/isCurrent", "false"), "properties.isCurrent: is false"),
                arguments(
                        Edited.of(MAIN).with(API, "/properties/apiRevision", "\"2\""),
                        "properties.apiRevision: is \"2\""),
                arguments(
                        Edited.of(MAIN).with(API + "/policies", "/name", "\"apim/gatehouse-accounts/mine\""),
                        "name: must be policy in Azure"),
                arguments(
                        Edited.of(MAIN).with(GATEWAY + "/products/apis", "/name", "\"apim/product/other\""),
                        "name: is not an API of this deployment"),
                arguments(
                        Edited.of(MAIN).with(secret, "/properties/attributes/enabled", "false"),
                        "properties.attributes.enabled: is false: on this machine it must be true"),
                arguments(
                        Edited.of(MAIN).with(VAULT, "/properties/enableRbacAuthorization", "false"),
                        "properties.enableRbacAuthorization: is false: on this machine it must be true"),
                arguments(
                        Edited.of(MAIN).with(VAULT, "/properties/publicNetworkAccess", "\"Disabled\""),
                        "properties.publicNetworkAccess: is \"Disabled\""));
    }

    @ParameterizedTest
    @MethodSource({"gateways"})
    void stopsTheStartWithOneLine(Edited edited, String message) {
        DeployedEdit.isRefused(edited, message);
    }

    @ParameterizedTest
    @CsvSource({
        "exp, 1793491200, 2026-11-01T00:00:00Z: the secret has expired",
        "nbf, 1793491201, 2026-11-01T00:00:01Z: the secret is not valid yet"
    })
    void stopsTheStartWhenASecretIsNotValid(String attribute, long second, String message) {
        assertThatThrownBy(() -> DeployedEdit.as(secret(attribute, second)))
                .isInstanceOf(DeploymentFault.class)
                .hasMessageEndingWith("/function-key', properties.attributes." + attribute + ": is " + message);
    }

    @ParameterizedTest
    @CsvSource({"exp, 1793491201", "nbf, 1793491200"})
    void passesWhileASecretIsValid(String attribute, long second) {
        assertThat(DeployedEdit.as(secret(attribute, second)).subscriptions()).hasSize(1);
    }

    private static Edited secret(String attribute, long second) {
        return Edited.of(MAIN).with(VAULT + "/secrets", "/properties/attributes/" + attribute, String.valueOf(second));
    }
}
