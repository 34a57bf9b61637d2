package dev.gatehouse.chain;

import static dev.gatehouse.fixtures.Snapshots.GATEWAY_IDENTITY;
import static dev.gatehouse.fixtures.Snapshots.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.fixtures.Edited;
import dev.gatehouse.local.demo.Demonstration;
import dev.gatehouse.local.demo.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
    private static final String API_POLICY = "Microsoft.ApiManagement/service/apis/policies";
    private static final String OPERATION_POLICY = "Microsoft.ApiManagement/service/apis/operations/policies";
    private static final String EASY_AUTH = "authsettingsV2";
    private static final String ENTRA = "/properties/identityProviders/azureActiveDirectory";

    static Stream<Arguments> mutations() {
        return Stream.of(
                arguments(
                        "no requestedAccessTokenVersion",
                        Edited.of(MAIN).without(APPLICATION, "", "/properties/api/requestedAccessTokenVersion"),
                        List.of()),
                arguments(
                        "no audience in Easy Auth",
                        Edited.of(MAIN).with(CONFIG, EASY_AUTH, ENTRA + "/validation/allowedAudiences", "[]"),
                        List.of()),
                arguments(
                        "another audience in Easy Auth",
                        Edited.of(MAIN)
                                .with(CONFIG, EASY_AUTH, ENTRA + "/validation/allowedAudiences", "[]")
                                .with(
                                        CONFIG,
                                        EASY_AUTH,
                                        ENTRA + "/registration/clientId",
                                        "\"00000000-0000-4000-8000-000000000001\""),
                        List.of()),
                arguments(
                        "assignment not required",
                        Edited.of(MAIN).without(PRINCIPAL, "", "/properties/appRoleAssignmentRequired"),
                        List.of()),
                arguments("no token check in the API's policy", Edited.of(MAIN).without(API_POLICY, ""), List.of()),
                arguments(
                        "no checks at the gateway at all",
                        Edited.of(MAIN)
                                .with(
                                        API_POLICY,
                                        "",
                                        "/properties/value",
                                        "\"<policies><inbound><base /><set-backend-service backend-id='function-app' /></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>\"")
                                .without(OPERATION_POLICY, ""),
                        List.of()),
                arguments(
                        "Easy Auth off",
                        Edited.of(MAIN).with(CONFIG, EASY_AUTH, "/properties/platform/enabled", "false"),
                        List.of()),
                arguments(
                        "anonymous calls in Easy Auth",
                        Edited.of(MAIN)
                                .with(
                                        CONFIG,
                                        EASY_AUTH,
                                        "/properties/globalValidation/unauthenticatedClientAction",
                                        "\"AllowAnonymous\""),
                        List.of()),
                arguments(
                        "no allowed applications in Easy Auth",
                        Edited.of(GATEWAY_IDENTITY)
                                .without(
                                        CONFIG,
                                        EASY_AUTH,
                                        ENTRA + "/validation/defaultAuthorizationPolicy/allowedApplications"),
                        List.of()),
                arguments(
                        "no authorization policy in Easy Auth",
                        Edited.of(GATEWAY_IDENTITY)
                                .without(CONFIG, EASY_AUTH, ENTRA + "/validation/defaultAuthorizationPolicy"),
                        List.of()),
                arguments(
                        "the gateway's identity without its role",
                        Edited.of(GATEWAY_IDENTITY)
                                .without("Microsoft.Graph/appRoleAssignedTo", "userAssignedIdentities"),
                        List.of()),
                arguments(
                        "no function key",
                        Edited.of(MAIN).without("Microsoft.Web/sites/host/functionKeys", ""),
                        List.of()),
                arguments(
                        "a backend without credentials",
                        Edited.of(MAIN)
                                .without("Microsoft.ApiManagement/service/backends", "", "/properties/credentials"),
                        List.of()));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("mutations")
    void showsInTheTableOfCalls(String what, Edited deployment, List<String> otherwise) {
        try (RunningChain running = RunningChain.start(deployment.snapshot())) {
            List<String> unexpected = new ArrayList<>();
            new Demonstration(running.chain(), running.secret()).run(row -> {
                if (!row.ok()) {
                    unexpected.add(shown(row));
                }
            });

            assertThat(unexpected).containsExactlyElementsOf(otherwise);
        }
    }

    private static String shown(Row row) {
        return row.call() + " | " + row.answered() + " " + row.layer() + " " + row.reason();
    }
}
