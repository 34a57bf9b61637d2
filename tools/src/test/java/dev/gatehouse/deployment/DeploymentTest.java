package dev.gatehouse.deployment;

import static dev.gatehouse.fixtures.Snapshots.GATEWAY_IDENTITY;
import static dev.gatehouse.fixtures.Snapshots.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.Settings;
import dev.gatehouse.chain.easyauth.EasyAuthSettings;
import dev.gatehouse.chain.easyauth.EasyAuthSettings.Unauthenticated;
import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.Redirects;
import dev.gatehouse.chain.gateway.GatewaySettings;
import dev.gatehouse.fixtures.Edited;
import dev.gatehouse.fixtures.SampleContract;
import dev.gatehouse.fixtures.Snapshots;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the layers are started from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeploymentTest {
    private final Deployment main = Deployment.of(Snapshots.read(MAIN));
    private final Deployment identity = Deployment.of(Snapshots.read(GATEWAY_IDENTITY));

    @ParameterizedTest
    @MethodSource("dev.gatehouse.fixtures.Snapshots#names")
    void everyLayerGetsTheSameValueForTheSameThing(String snapshot) {
        Deployment deployment = Deployment.of(Snapshots.read(snapshot));
        String api = deployment.registrations().api().clientId();
        EasyAuthSettings easyAuth = deployment.easyAuth().orElseThrow();

        assertThat(deployment.functionApp().settings()).containsEntry(Settings.API_CLIENT_ID, api);
        assertThat(easyAuth.clientId()).isEqualTo(api);
        assertThat(easyAuth.allowedAudiences()).containsExactly(api);
        assertThat(gateway(deployment).service().namedValues())
                .containsEntry(
                        snapshot.startsWith(MAIN) ? "audience" : "gateway-audience",
                        deployment.registrations().front().clientId());
        assertThat(easyAuth.openIdIssuer()).isEqualTo(deployment.tenant().issuer(2));
    }

    @Test
    void theFlowFollowsFromTheRegistrations() {
        assertThat(main.flow()).isEqualTo(Flow.CALLER_TOKEN);
        assertThat(identity.flow()).isEqualTo(Flow.GATEWAY_IDENTITY);
        assertThat(identity.registrations().front())
                .isNotEqualTo(identity.registrations().api());
    }

    @Test
    void registrationsBringTheirRedirectAddresses() {
        String application = "Microsoft.Graph/applications";
        Deployment edited = Deployment.of(Edited.of(MAIN)
                .with(application, "/properties/spa", "{\"redirectUris\": [\"https://app.example/\"]}")
                .with(application, "/properties/web/redirectUris", "[\"https://site.example/signin-oidc\"]")
                .with(application, "/properties/publicClient", "{\"redirectUris\": [\"http://localhost\"]}")
                .snapshot());

        assertThat(main.registrations().front().redirects()).isEqualTo(Redirects.none());
        assertThat(edited.registrations().front().redirects())
                .isEqualTo(new Redirects(
                        List.of("https://app.example/"),
                        List.of("https://site.example/signin-oidc"),
                        List.of("http://localhost")));
    }

    @Test
    void theGatewaysIdentityIsOneEverywhere() {
        String client = identity.gatewayIdentities().get(0);
        String principal = identity.registrations().identities().stream()
                .filter(each -> each.clientId().equals(client))
                .findFirst()
                .orElseThrow()
                .objectId();

        assertThat(identity.functionApp().settings())
                .containsEntry(Settings.ALLOWED_CLIENTS, client)
                .containsEntry(Settings.FORWARDING_GATEWAY, principal);
        assertThat(identity.easyAuth().orElseThrow().policy().allowedIdentities())
                .contains(Set.of(principal));
        assertThat(gateway(identity).service().namedValues()).containsEntry("gateway-identity-client-id", client);
    }

    @Test
    void theGatewayHoldsTheKeyThatTheFunctionAppKnowsAndEachStartHasAnother() {
        String key = main.functionApp().keys().get("gateway");

        assertThat(gateway(main).service().backends().get("function-app").headers())
                .containsEntry("x-functions-key", key);
        assertThat(Deployment.of(Snapshots.read(MAIN)).functionApp().keys()).doesNotContainValue(key);
        assertThat(main.toString()).doesNotContain(key);
    }

    @Test
    void aRegistrationIsReadAsEntraReadsIt() {
        AppRegistration said = main.registrations().api();
        AppRegistration unsaid = Deployment.of(Edited.of(MAIN)
                        .without("Microsoft.Graph/applications", "/properties/api")
                        .without("Microsoft.Graph/applications", "/properties/optionalClaims")
                        .without("Microsoft.Graph/servicePrincipals", "/properties/appRoleAssignmentRequired")
                        .snapshot())
                .registrations()
                .api();

        assertThat(said.api().format().version()).isEqualTo(2);
        assertThat(said.api().format().asksFor("idtyp")).isTrue();
        assertThat(said.principal().assignmentRequired()).isTrue();
        assertThat(said.api().scopes()).containsExactly("accounts.read", "profile.read");
        assertThat(unsaid.api().format().version()).isEqualTo(1);
        assertThat(unsaid.api().format().asksFor("idtyp")).isFalse();
        assertThat(unsaid.principal().assignmentRequired()).isFalse();
        assertThat(unsaid.api().scopes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true, Return401, RETURN_401",
        "true, Return403, RETURN_403",
        "true, AllowAnonymous, ALLOW",
        "false, Return401, ALLOW"
    })
    void easyAuthDoesWhatIsConfiguredWithoutAToken(String required, String action, Unauthenticated expected) {
        EasyAuthSettings settings = Deployment.of(Edited.of(MAIN)
                        .with("authsettingsV2", "/properties/globalValidation/requireAuthentication", required)
                        .with(
                                "authsettingsV2",
                                "/properties/globalValidation/unauthenticatedClientAction",
                                "\"" + action + "\"")
                        .with("authsettingsV2", "/properties/globalValidation/excludedPaths", "[\"/api/x\"]")
                        .snapshot())
                .easyAuth()
                .orElseThrow();

        assertThat(settings.access().unauthenticated()).isEqualTo(expected);
        assertThat(settings.access().excludedPaths()).containsExactly("/api/x");
    }

    @Test
    void withoutItsSettingsEasyAuthIsOff() {
        assertThat(Deployment.of(Edited.of(MAIN).without("authsettingsV2").snapshot())
                        .easyAuth())
                .isEmpty();
    }

    @Test
    void theGatewayPublishesWhatIsDeployedAtTheAddressOfTheOutputs() {
        assertThat(gateway(main).api().operations())
                .extracting(operation -> operation.method() + " " + operation.template())
                .containsExactlyInAnyOrderElementsOf(SampleContract.read().operations().stream()
                        .filter(operation -> !operation.isPublic())
                        .map(operation -> operation.method() + " " + operation.route())
                        .toList());
        assertThat(gateway(main).service().backends().get("function-app").url())
                .hasToString("https://localhost:7071/api");
        assertThat(main.apiUrl("localhost:8443")).hasToString("https://localhost:8443/gatehouse-accounts");
        assertThat(main.subscriptions()).isEqualTo(List.of("first-client"));
    }

    @Test
    void aSubscriptionOpensNothingWithoutAKeyOrWhileItIsNotActive() {
        Deployment suspended = Deployment.of(Edited.of(MAIN)
                .with("Microsoft.ApiManagement/service/subscriptions", "/properties/state", "\"suspended\"")
                .with(
                        "{\"type\": \"Microsoft.ApiManagement/service/subscriptions\", \"name\": \"apim/second\","
                                + " \"properties\": {\"displayName\": \"Second\", \"scope\": \"/apis\", \"state\": \"active\"}}")
                .snapshot());

        assertThat(gateway(main).access().subscriptions()).hasSize(1);
        assertThat(gateway(suspended).access().subscriptions()).isEmpty();
        assertThat(suspended.subscriptions()).containsExactly("second", "first-client");
        assertThat(main.gateway("localhost:7071", Map.of()).access().subscriptions())
                .isEmpty();
    }

    @Test
    void knowsWhichOfItsValuesAreSecret() {
        String key = main.functionApp().keys().values().iterator().next();

        assertThat(main.secretNamedValues()).containsExactly(key);
        assertThat(gateway(main).service().credentials()).containsExactly(key);
        assertThat(gateway(main).service().namedValues()).hasSizeGreaterThan(1);
    }

    private static String config() {
        return "Microsoft.Web/sites/config";
    }

    private static GatewaySettings gateway(Deployment deployment) {
        return deployment.gateway("localhost:7071", Map.of("first-client", "key"));
    }
}
