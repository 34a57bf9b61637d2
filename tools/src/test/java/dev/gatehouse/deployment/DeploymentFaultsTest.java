package dev.gatehouse.deployment;

import static dev.gatehouse.fixtures.Snapshots.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.chain.demo.DemoSecret;
import dev.gatehouse.chain.demo.DemoTenant;
import dev.gatehouse.fixtures.Edited;
import dev.gatehouse.fixtures.SampleContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be deployed on this machine stops the start, with resource, property and expression. */
class DeploymentFaultsTest {
    private static final String APPLICATION = "Microsoft.Graph/applications";
    private static final String CONFIG = "Microsoft.Web/sites/config";
    private static final String EASY_AUTH = "authsettingsV2";
    private static final String ENTRA = "/properties/identityProviders/azureActiveDirectory";
    private static final String SETTING = "/properties/GATEHOUSE_APP_ID_URIS";

    static Stream<Arguments> expressions() {
        return Stream.of(
                arguments(
                        "[reference('otherApp').appId]", "refers to 'otherApp', which is not bound to a registration"),
                arguments(
                        "[reference('gatewayApp').appId]",
                        "refers to 'gatewayApp', but no registration has the tag 'gatehouse-gateway'"),
                arguments("[reference('apiApp').secret]", "asks for 'secret', which has no value on this machine"),
                arguments("[listKeys('x', '1').key1]", "calls listKeys(), which is not evaluated here"),
                arguments("[reference('/subscriptions/x')]", "refers to a resource that is not in the snapshot"),
                arguments(
                        "[reference(format('{0}', 'apiApp'), '1', 'Full').appId]",
                        "asks for the whole resource, but only its properties are known"),
                arguments("[format('{0} {1}', 'known', reference('otherApp').appId)]", "refers to 'otherApp'"),
                arguments("[reference('apiApp']", "is malformed"));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void whatHasNoValueHere(String expression, String why) {
        Edited edited = Edited.of(MAIN).with("appsettings", SETTING, "\"" + expression + "\"");

        assertThatThrownBy(() -> Deployment.of(edited.snapshot()))
                .isInstanceOf(DeploymentFault.class)
                .hasMessageStartingWith("main.snapshot.json: Microsoft.Web/sites/config 'func-dev-")
                .hasMessageContaining("/appsettings', properties.GATEHOUSE_APP_ID_URIS: " + expression + " " + why);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(
                        Edited.of(MAIN).without(APPLICATION, "/properties/tags"),
                        "Microsoft.Graph/applications 'gatehouse-accounts-dev-wywakx7hkev6k', properties.tags: needs one of"),
                arguments(
                        Edited.of(MAIN)
                                .with(APPLICATION, "/properties/tags", "[\"gatehouse-api\", \"gatehouse-gateway\"]"),
                        "properties.tags: has two names"),
                arguments(
                        Edited.of(MAIN).with(APPLICATION, "/properties/api/requestedAccessTokenVersion", "3"),
                        "main.snapshot.json: invalid access token version 3"),
                arguments(Edited.of(MAIN).without("Microsoft.Graph/servicePrincipals"), "has no service principal"),
                arguments(
                        Edited.of(MAIN).with(APPLICATION, "/properties/signInAudience", "\"AzureADMultipleOrgs\""),
                        "properties.signInAudience: is \"AzureADMultipleOrgs\": on this machine it must be AzureADMyOrg"),
                arguments(
                        Edited.of(MAIN).with(APPLICATION, "/properties/groupMembershipClaims", "\"All\""),
                        "properties.groupMembershipClaims: is not supported on this machine"),
                arguments(
                        Edited.of(MAIN)
                                .with("Microsoft.Graph/appRoleAssignedTo", "/properties/appRoleId", "\"no-role\""),
                        "properties.appRoleId: is not a role of gatehouse-accounts-dev-wywakx7hkev6k: no-role"),
                arguments(
                        easyAuth("/properties/globalValidation/unauthenticatedClientAction", "\"RedirectToLoginPage\""),
                        "authsettingsV2', properties.globalValidation.unauthenticatedClientAction: is RedirectToLoginPage"),
                arguments(
                        easyAuth("/properties/globalValidation/excludedPaths", "[\"/api/*\"]"),
                        "properties.globalValidation.excludedPaths: contains a wildcard"),
                arguments(
                        easyAuth(
                                ENTRA + "/validation/allowedAudiences",
                                "\"[createArray(reference('otherApp').appId)]\""),
                        "validation.allowedAudiences[0]: reference('otherApp').appId has no value on this machine"),
                arguments(
                        Edited.of(MAIN).with("appsettings", "/properties/[reference('otherApp').appId]", "\"x\""),
                        "appsettings', properties: reference('otherApp').appId has no value on this machine"),
                arguments(
                        easyAuth("/properties/login/tokenStore/enabled", "true"),
                        "properties.login.tokenStore.enabled: is true: on this machine it must be false"),
                arguments(
                        easyAuth("/properties/identityProviders/facebook", "{}"),
                        "properties.identityProviders.facebook: is not supported on this machine"),
                arguments(
                        easyAuth(ENTRA + "/validation/jwtClaimChecks", "{}"),
                        "properties.identityProviders.azureActiveDirectory.validation.jwtClaimChecks: is not supported"),
                arguments(
                        Edited.of(MAIN)
                                .with(
                                        "appsettings",
                                        SETTING,
                                        "\"@Microsoft.KeyVault(SecretUri=https://kv.invalid/secrets/s)\""),
                        "properties.GATEHOUSE_APP_ID_URIS: is a Key Vault reference"),
                arguments(
                        Edited.of(MAIN).with("Microsoft.Web/sites", "/properties/siteConfig/appSettings", "[]"),
                        "properties.siteConfig.appSettings: is not supported here"),
                arguments(
                        Edited.of(MAIN)
                                .with(
                                        "Microsoft.ApiManagement/service/loggers",
                                        "/type",
                                        "\"Microsoft.ApiManagement/service/gateways\""),
                        "Microsoft.ApiManagement/service/gateways 'apim-dev-wywakx7hkev6k/application-insights':"
                                + " resources of this type are not supported here"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatIsNotImitated(Edited edited, String message) {
        assertThatThrownBy(() -> Deployment.of(edited.snapshot()))
                .isInstanceOf(DeploymentFault.class)
                .hasMessageContaining(message);
    }

    static Stream<Arguments> gatewayFaults() {
        String gateway = "Microsoft.ApiManagement/service";
        return Stream.of(
                arguments(
                        Edited.of(MAIN).with(gateway + "/apis/policies", "/properties/format", "\"xml\""),
                        "properties.format: is \"xml\": on this machine it must be rawxml"),
                arguments(
                        Edited.of(MAIN).with(gateway + "/apis", "/properties/serviceUrl", "\"https://a.invalid\""),
                        "properties.serviceUrl: is not supported on this machine"),
                arguments(
                        Edited.of(MAIN)
                                .with(gateway + "/backends", "/properties/tls/validateCertificateChain", "false"),
                        "properties.tls.validateCertificateChain: is false: on this machine it must be true"),
                arguments(
                        Edited.of(MAIN).with(gateway + "/apis", "/properties/path", "\"a b\""),
                        "main.snapshot.json: an API's path must be letters, digits, - and _ between slashes: a b"),
                arguments(
                        Edited.of(MAIN).with(gateway + "/subscriptions", "/properties/scope", "\"/users/a\""),
                        "properties.scope: is neither /apis nor one of the gateway's APIs or products: /users/a"),
                arguments(
                        Edited.of(MAIN).with(gateway + "/subscriptions", "/properties/scope", "\"/apis/none\""),
                        "properties.scope: is neither /apis nor one of the gateway's APIs or products: /apis/none"),
                arguments(
                        Edited.of(MAIN).with(gateway, "/sku/name", "\"Isolated\""),
                        "sku.name: is an unknown tier: Isolated"),
                arguments(
                        Edited.of(MAIN).without("Microsoft.KeyVault/vaults/secrets"),
                        "properties.keyVault.secretIdentifier: [reference('/subscriptions/"),
                arguments(
                        Edited.of(MAIN).with("function-key", "/properties/keyVault/identityClientId", "\"another\""),
                        "properties.keyVault.identityClientId: names another, which is not one of the identities that are assigned there"),
                arguments(
                        Edited.of(MAIN).without("function-key"),
                        "properties.credentials.header.x-functions-key: uses the named value 'function-key'"));
    }

    @ParameterizedTest
    @MethodSource("gatewayFaults")
    void whatTheGatewayCannotDo(Edited edited, String message) {
        Deployment deployment = Deployment.of(edited.snapshot());

        assertThatThrownBy(() -> deployment.gateway("localhost:1", Map.of("first-client", "key")))
                .isInstanceOf(DeploymentFault.class)
                .hasMessageContaining(message);
    }

    @Test
    void aRoleForAPrincipalThatIsNotInTheTenant() {
        Deployment deployment = Deployment.of(Edited.of(MAIN)
                .with("Microsoft.Graph/appRoleAssignedTo 2f50cc45", "/properties/principalId", "\"stranger\"")
                .snapshot());

        assertThatThrownBy(() ->
                        new DemoTenant(DemoSecret.random(Clock.systemUTC()), SampleContract.read()).with(deployment))
                .isInstanceOf(DeploymentFault.class)
                .hasMessageContaining("a role is assigned to an unknown principal: stranger");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | , line 1: is not valid JSON; create it again with infra/snapshot",
                "{} | : is not a Bicep snapshot (predictedResources, outputs); create it with infra/snapshot",
            })
    void aFileThatIsNoSnapshot(String text, String message, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.snapshot.json"), text);

        assertThatThrownBy(() -> Snapshot.read(file))
                .isInstanceOf(DeploymentFault.class)
                .hasMessageEndingWith("a.snapshot.json" + message);
    }

    @Test
    void aFileThatIsNotThere(@TempDir Path folder) {
        Path file = folder.resolve("a.snapshot.json");

        assertThatThrownBy(() -> Snapshot.read(file))
                .isInstanceOf(DeploymentFault.class)
                .hasMessage(file + ": not found; create it with infra/snapshot");
        assertThat(file).doesNotExist();
    }

    private static Edited easyAuth(String pointer, String json) {
        return Edited.of(MAIN).with(EASY_AUTH, pointer, json);
    }
}
