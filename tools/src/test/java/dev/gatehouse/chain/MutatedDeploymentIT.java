package dev.gatehouse.chain;

import static dev.gatehouse.fixtures.Snapshots.GATEWAY_IDENTITY;
import static dev.gatehouse.fixtures.Snapshots.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.chain.demo.InProcessDemonstration;
import dev.gatehouse.fixtures.Edited;
import dev.gatehouse.fixtures.Snapshots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the table of calls shows when something is missing from the deployment: which calls are answered otherwise than
 * expected, and by whom. All others are answered as ever.
 */
class MutatedDeploymentIT {
    private static final String APPLICATION = "Microsoft.Graph/applications";
    private static final String PRINCIPAL = "Microsoft.Graph/servicePrincipals";
    private static final String CONFIG = "Microsoft.Web/sites/config";
    private static final String GATEWAY = "Microsoft.ApiManagement/service";
    private static final String PRODUCT = GATEWAY + "/products";
    private static final String API = GATEWAY + "/apis";
    private static final String API_POLICY = API + "/policies";
    private static final String OPERATION_POLICY = API + "/operations/policies";
    private static final String EASY_AUTH = "authsettingsV2";
    private static final String ENTRA = "/properties/identityProviders/azureActiveDirectory";
    private static final String POLICY = ENTRA + "/validation/defaultAuthorizationPolicy";
    private static final String NOBODY = "00000000-0000-4000-8000-000000000001";
    private static final String FORWARDING =
            "<policies><inbound><base /><set-backend-service backend-id='function-app' />"
                    + "</inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>";

    private static final List<String> SERVED = List.of(
            "an app with the role lists accounts",
            "a user with the scope lists accounts",
            "a managed identity with the role lists accounts",
            "an app with the other role provisions one",
            "the app asks who it is",
            "the same, with forged headers that name another caller");
    private static final List<String> WITHOUT_THE_ROLE =
            List.of("a user without the scope", "an app without the operation's role");

    private static final List<String> WRONG_TOKENS = List.of(
            "no token",
            "a token that was changed",
            "an expired token",
            "a token for another API",
            "a version 1 token",
            "a client that is not on the allow-list");

    static Stream<Arguments> registrations() {
        return Stream.of(
                arguments(
                        "no requestedAccessTokenVersion: tokens of version 1, for which nothing else is made",
                        Edited.of(MAIN).without(APPLICATION, "/properties/api/requestedAccessTokenVersion"),
                        table(
                                each(SERVED, "401 gateway TokenAudienceNotAllowed"),
                                each(WITHOUT_THE_ROLE, "401 gateway TokenAudienceNotAllowed"),
                                "a version 2 token | 200 function ",
                                "a client that is not on the allow-list | 401 gateway TokenAudienceNotAllowed",
                                "bypassing the gateway: a valid token, no key | 401 Easy Auth issuer",
                                "bypassing the gateway: the key, a token without the role | 401 Easy Auth issuer",
                                "directly at the host: a version 2 token | 200 function ",
                                "bypassing the gateway: a forged X-MS-CLIENT-PRINCIPAL is ignored | 401 Easy Auth issuer")),
                arguments(
                        "assignment not required: every client of the tenant gets a token",
                        Edited.of(MAIN).without(PRINCIPAL, "/properties/appRoleAssignmentRequired"),
                        table("a client without any role requests a token | 403 gateway requirement-not-met")),
                arguments(
                        "the gateway's identity without its role: it gets no token",
                        Edited.of(GATEWAY_IDENTITY).without("Microsoft.Graph/appRoleAssignedTo userAssignedIdentities"),
                        table(
                                each(SERVED, "500 gateway ManagedIdentityTokenNotObtained"),
                                each(WITHOUT_THE_ROLE, "500 gateway ManagedIdentityTokenNotObtained"),
                                "directly at the host: the gateway's identity, naming no caller | 403 guard role-missing")));
    }

    static Stream<Arguments> gateways() {
        return Stream.of(
                arguments(
                        "no policy of the API: what the operations ask of its token cannot be answered",
                        Edited.of(MAIN).without(API_POLICY),
                        table(
                                each(SERVED, "500 gateway ExpressionValueEvaluationFailure"),
                                each(WITHOUT_THE_ROLE, "500 gateway ExpressionValueEvaluationFailure"),
                                each(WRONG_TOKENS, "500 gateway ExpressionValueEvaluationFailure"))),
                arguments(
                        "no check at the gateway: Easy Auth and the guard refuse all the same",
                        Edited.of(MAIN)
                                .with(API_POLICY, "/properties/value", "\"" + FORWARDING + "\"")
                                .without(OPERATION_POLICY),
                        table(
                                "a user without the scope | 403 guard scope-missing",
                                "an app without the operation's role | 403 guard role-missing",
                                "no token | 401 Easy Auth no-token",
                                "a token that was changed | 401 Easy Auth signature-invalid",
                                "an expired token | 401 Easy Auth lifetime",
                                "a token for another API | 401 Easy Auth issuer",
                                "a version 1 token | 401 Easy Auth issuer",
                                "a client that is not on the allow-list | 403 Easy Auth allowedApplications")),
                arguments(
                        "a key that the function app does not know",
                        Edited.of(MAIN).without("Microsoft.Web/sites/host/functionKeys"),
                        table(each(SERVED, "401 host function-key"))));
    }

    static Stream<Arguments> subscriptions() {
        String keyless = "a valid token, no subscription key";
        return Stream.of(
                arguments(
                        "an API that asks for no subscription",
                        Edited.of(MAIN).with(API, "/properties/subscriptionRequired", "false"),
                        table(keyless + " | 200 function ")),
                arguments(
                        "the same, behind a gateway with an identity",
                        Edited.of(GATEWAY_IDENTITY).with(API, "/properties/subscriptionRequired", "false"),
                        table(keyless + " | 200 function ")),
                arguments(
                        "a product without required subscription",
                        Edited.of(MAIN).with(PRODUCT, "/properties/subscriptionRequired", "false"),
                        table(keyless + " | 200 function ")),
                arguments(
                        "a product that is not published: that hides it, and nothing else",
                        Edited.of(MAIN).with(PRODUCT, "/properties/state", "\"notPublished\""),
                        table()),
                arguments(
                        "a product without the API",
                        Edited.of(MAIN).without(PRODUCT + "/apis"),
                        table(asWithoutSubscription())),
                arguments(
                        "a subscription that is suspended",
                        Edited.of(MAIN).with(GATEWAY + "/subscriptions", "/properties/state", "\"suspended\""),
                        table(asWithoutSubscription())));
    }

    static Stream<Arguments> easyAuth() {
        return Stream.of(
                arguments(
                        "another audience than the API's",
                        Edited.of(MAIN)
                                .with(EASY_AUTH, ENTRA + "/validation/allowedAudiences", "[]")
                                .with(EASY_AUTH, ENTRA + "/registration/clientId", "\"" + NOBODY + "\""),
                        table(
                                each(SERVED, "401 Easy Auth audience"),
                                "bypassing the gateway: a valid token, no key | 401 Easy Auth audience",
                                "bypassing the gateway: the key, a token without the role | 401 Easy Auth audience",
                                "bypassing the gateway: a forged X-MS-CLIENT-PRINCIPAL is ignored | 401 Easy Auth audience")),
                arguments(
                        "off: the guard refuses",
                        Edited.of(MAIN).with(EASY_AUTH, "/properties/platform/enabled", "false"),
                        table("bypassing the gateway: the key, no token | 401 guard token-missing")),
                arguments(
                        "no allowed applications: the allowed principals are still there",
                        Edited.of(GATEWAY_IDENTITY).without(EASY_AUTH, POLICY + "/allowedApplications"),
                        table(
                                "bypassing the gateway: a client's own token for the API | 403 Easy Auth allowedPrincipals")),
                arguments(
                        "no authorization policy: the guard refuses",
                        Edited.of(GATEWAY_IDENTITY).without(EASY_AUTH, POLICY),
                        table(
                                "bypassing the gateway: a client's own token for the API | 403 guard client-not-allowed")));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource({"registrations", "gateways", "subscriptions", "easyAuth"})
    void showsInTheTableOfCalls(String what, Edited deployment, List<String> otherwise) {
        try (RunningChain running = RunningChain.shared(deployment.snapshot())) {
            assertThat(unexpected(running)).containsExactlyElementsOf(otherwise);
        }
    }

    /** The level is not of the snapshot, but of the app that is deployed to it. */
    @Test
    void aFunctionThatAsksForNoKeyIsServedPastTheGateway(@TempDir Path project) throws IOException {
        StagedCopy.in(project).withoutKey("listAccounts");

        try (RunningChain running = RunningChain.start(Snapshots.read(MAIN), project)) {
            assertThat(unexpected(running))
                    .containsExactly("bypassing the gateway: a valid token, no key | 200 function ");
        }
    }

    private static List<String> unexpected(RunningChain running) {
        return InProcessDemonstration.of(running.chain(), running.secret()).run(row -> {}).stream()
                .filter(row -> !row.ok())
                .map(row -> row.call() + " | " + row.answered() + " " + row.layer() + " " + row.reason())
                .toList();
    }

    /** The gateway asks for the key before it looks at the token. */
    private static List<String> asWithoutSubscription() {
        return Stream.of(SERVED, WITHOUT_THE_ROLE, WRONG_TOKENS)
                .flatMap(calls -> each(calls, "401 gateway SubscriptionKeyInvalid").stream())
                .toList();
    }

    /** Rows, and lists of rows. */
    private static List<String> table(Object... rows) {
        return Stream.of(rows)
                .flatMap(row -> row instanceof List<?> several ? several.stream() : Stream.of(row))
                .map(String::valueOf)
                .toList();
    }

    private static List<String> each(List<String> calls, String answer) {
        return calls.stream().map(call -> call + " | " + answer).toList();
    }
}
