package dev.gatehouse.chain;

import static dev.gatehouse.fixtures.Snapshots.GATEWAY_IDENTITY;
import static dev.gatehouse.fixtures.Snapshots.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.calls.CallVerdict;
import dev.gatehouse.chain.demo.Demonstration;
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

    private static final Path STAGED =
            ChainOptions.ofSample(Path.of(""), line -> {}).staging();

    private static final List<String> SERVED =
            List.of("an app with role Accounts.Read", "a user with scope accounts.read");
    private static final String IDENTITY = "a managed identity with role Accounts.Read";
    private static final List<String> WITHOUT_THE_RIGHT =
            List.of("an app with role Accounts.Provision", "a user with scope profile.read only");
    private static final List<String> NOT_FOR_THE_API = List.of("a token for another API", "no token");
    private static final List<String> INVALID_TOKENS = List.of(
            "a token that was changed",
            "an expired token",
            "a version 1 token",
            "a client that is not on the allow-list");
    private static final String FORGED_HEADERS = "the wrong role, headers that name another caller";
    private static final List<String> PAST_THE_GATEWAY =
            List.of("past the gateway, no key", "past the gateway, the key, the wrong role");
    private static final String PAST_WITH_HEADERS = "past the gateway, forged headers, the wrong role";

    static Stream<Arguments> registrations() {
        return Stream.of(
                arguments(
                        "no requestedAccessTokenVersion: tokens of version 1, for which nothing else is made",
                        Edited.of(MAIN).without(APPLICATION, "/properties/api/requestedAccessTokenVersion"),
                        table(
                                each(SERVED, "401 gateway TokenAudienceNotAllowed"),
                                each(WITHOUT_THE_RIGHT, "401 gateway TokenAudienceNotAllowed"),
                                each(PAST_THE_GATEWAY, "401 Easy Auth issuer"),
                                IDENTITY + " | 401 gateway TokenAudienceNotAllowed",
                                "a version 2 token | 200 function ",
                                "a client that is not on the allow-list | 401 gateway TokenAudienceNotAllowed",
                                FORGED_HEADERS + " | 401 gateway TokenAudienceNotAllowed",
                                "at the host, a version 2 token | 200 function ",
                                PAST_WITH_HEADERS + " | 401 Easy Auth issuer")),
                arguments(
                        "assignment not required: every client of the tenant gets a token",
                        Edited.of(MAIN).without(PRINCIPAL, "/properties/appRoleAssignmentRequired"),
                        table("a client without any role asks for a token | 403 gateway requirement-not-met")),
                arguments(
                        "the gateway's identity without its role: it gets no token",
                        Edited.of(GATEWAY_IDENTITY).without("Microsoft.Graph/appRoleAssignedTo userAssignedIdentities"),
                        table(
                                each(SERVED, "500 gateway ManagedIdentityTokenNotObtained"),
                                each(WITHOUT_THE_RIGHT, "500 gateway ManagedIdentityTokenNotObtained"),
                                "past the gateway, the gateway for no caller | 403 guard role-missing",
                                IDENTITY + " | 500 gateway ManagedIdentityTokenNotObtained",
                                FORGED_HEADERS + " | 500 gateway ManagedIdentityTokenNotObtained")));
    }

    static Stream<Arguments> gateways() {
        return Stream.of(
                arguments(
                        "no policy of the API: what the operations ask of its token cannot be answered",
                        Edited.of(MAIN).without(API_POLICY),
                        table(each(atTheGateway(), "500 gateway ExpressionValueEvaluationFailure"))),
                arguments(
                        "no check at the gateway: Easy Auth and the guard refuse all the same",
                        Edited.of(MAIN)
                                .with(API_POLICY, "/properties/value", "\"" + FORWARDING + "\"")
                                .without(OPERATION_POLICY),
                        table(
                                "an app with role Accounts.Provision | 403 guard role-missing",
                                "a user with scope profile.read only | 403 guard scope-missing",
                                "a token for another API | 401 Easy Auth issuer",
                                "no token | 401 Easy Auth no-token",
                                "a token that was changed | 401 Easy Auth signature-invalid",
                                "an expired token | 401 Easy Auth lifetime",
                                "a version 1 token | 401 Easy Auth issuer",
                                "a client that is not on the allow-list | 403 Easy Auth allowedApplications",
                                FORGED_HEADERS + " | 403 guard role-missing")),
                arguments(
                        "a key that the function app does not know",
                        Edited.of(MAIN).without("Microsoft.Web/sites/host/functionKeys"),
                        table(each(SERVED, "401 host function-key"), IDENTITY + " | 401 host function-key")));
    }

    static Stream<Arguments> subscriptions() {
        String keyless = "no subscription key";
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
                        table(each(atTheGateway(), "401 gateway SubscriptionKeyInvalid"))),
                arguments(
                        "a subscription that is suspended",
                        Edited.of(MAIN).with(GATEWAY + "/subscriptions", "/properties/state", "\"suspended\""),
                        table(each(atTheGateway(), "401 gateway SubscriptionKeyInvalid"))));
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
                                each(PAST_THE_GATEWAY, "401 Easy Auth audience"),
                                IDENTITY + " | 401 Easy Auth audience",
                                PAST_WITH_HEADERS + " | 401 Easy Auth audience")),
                arguments(
                        "off: the guard refuses",
                        Edited.of(MAIN).with(EASY_AUTH, "/properties/platform/enabled", "false"),
                        table("past the gateway, the key, no token | 401 guard token-missing")),
                arguments(
                        "no allowed applications: the allowed principals are still there",
                        Edited.of(GATEWAY_IDENTITY).without(EASY_AUTH, POLICY + "/allowedApplications"),
                        table("past the gateway, a client's token for the API | 403 Easy Auth allowedPrincipals")),
                arguments(
                        "no authorization policy: the guard refuses",
                        Edited.of(GATEWAY_IDENTITY).without(EASY_AUTH, POLICY),
                        table("past the gateway, a client's token for the API | 403 guard client-not-allowed")));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource({"registrations", "gateways", "subscriptions", "easyAuth"})
    void showsInTheTableOfCalls(String what, Edited deployment, List<String> otherwise) {
        try (RunningChain running = RunningChain.shared(deployment.snapshot())) {
            assertThat(unexpected(running, STAGED)).containsExactlyElementsOf(otherwise);
        }
    }

    /** The level is not of the snapshot, but of the app that is deployed to it: then the guard alone refuses past the gateway. */
    @Test
    void aFunctionThatAsksForNoKeyIsGuardedPastTheGateway(@TempDir Path project) throws IOException {
        StagedCopy.in(project).withoutKey("listAccounts");
        Path staging = ChainOptions.ofSample(project, line -> {}).staging();

        try (RunningChain running = RunningChain.start(Snapshots.read(MAIN), project)) {
            Demonstration demonstration =
                    InProcessDemonstration.of(running.chain(), running.tenant(), staging, "listAccounts");
            assertThat(demonstration.run(row -> {}))
                    .allMatch(row -> row.is(CallVerdict.PASSED))
                    .anyMatch(row -> row.question().caller().equals("past the gateway, no key")
                            && row.outcome().answer().layer().equals("guard"));
        }
    }

    private static List<String> unexpected(RunningChain running, Path staging) {
        return InProcessDemonstration.of(running.chain(), running.tenant(), staging, "listAccounts")
                .run(row -> {})
                .stream()
                .filter(row -> !row.is(CallVerdict.PASSED))
                .map(row -> row.question().caller() + " | " + row.outcome().answer() + " "
                        + row.outcome().answer().reason())
                .toList();
    }

    /** Calls of which nothing is known before the gateway's own policies are run. */
    private static List<String> atTheGateway() {
        return Stream.of(
                        SERVED,
                        WITHOUT_THE_RIGHT,
                        NOT_FOR_THE_API,
                        List.of(IDENTITY),
                        INVALID_TOKENS,
                        List.of(FORGED_HEADERS))
                .flatMap(List::stream)
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
