package dev.gatehouse.check;

import static dev.gatehouse.fixtures.Snapshots.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.check.rules.Rules;
import dev.gatehouse.deployment.Snapshot;
import dev.gatehouse.fixtures.Edited;
import dev.gatehouse.fixtures.Snapshots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule has an effect: the project's snapshots have no finding, and each with one change breaks only one rule. */
class MutationsTest {
    @TempDir
    Path project;

    static Stream<Mutation> mutations() {
        return Stream.of(PolicyMutations.ALL, ResourceMutations.ALL, DoorMutations.ALL, CallMutations.ALL)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.fixtures.Snapshots#names")
    void findsNothingInWhatTheProjectDeploysAndLeavesNothingUndecided(String name) throws IOException {
        CheckFindings report = check(Snapshots.read(name), true);

        assertThat(report.findings()).isEmpty();
        assertThat(report.undecided()).isEmpty();
    }

    @Test
    void findsNothingInADeploymentSlotThatIsAsLockedAsTheApp() throws IOException {
        CheckFindings report = check(DoorMutations.withSlot(Edited.of(MAIN)).snapshot(), true);

        assertThat(report.findings()).isEmpty();
        assertThat(report.undecided()).isEmpty();
    }

    @Test
    void reportsNothingWhereAccessIsNotOpen() throws IOException {
        Edited edited = Edited.of(MAIN)
                .with(
                        "appsettings",
                        "/properties/LEDGER_PASSWORD",
                        "\"@Microsoft.KeyVault(SecretUri=https://v/secrets/x)\"")
                .with(
                        "authsettingsV2",
                        "/properties/identityProviders/apple",
                        "{\"enabled\": true, \"registration\": {}}")
                .with(
                        "authsettingsV2",
                        "/properties/identityProviders/facebook",
                        "{\"enabled\": false, \"registration\": {\"appId\": \"x\"}}")
                .policy(
                        "api",
                        "<validate-azure-ad-token",
                        "<choose><when condition='@(context.Request.Method == \"OPTIONS\")'><return-response><set-status code=\"204\" />"
                                + "</return-response></when></choose><return-response><set-status code=\"503\" /></return-response>"
                                + "<validate-azure-ad-token")
                .policy(
                        "api",
                        "<on-error>",
                        "<on-error><send-one-way-request><set-body>@(context.LastError.Message)</set-body></send-one-way-request>");

        assertThat(check(edited.snapshot(), false).findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void findsTheChangeAndNothingElse(Mutation mutation) throws IOException {
        boolean beside = mutation.rule().equals("policy-differs-from-files");
        CheckFindings report = check(mutation.changed().snapshot(), beside);

        assertThat(report.findings()).extracting(Finding::rule).containsOnly(mutation.rule());
    }

    @Test
    void hasAMutationForEachRule() {
        String decidedByTheContractAlone = "route-hidden"; // in DriftTest
        assertThat(Stream.concat(
                                Stream.of(decidedByTheContractAlone),
                                mutations().map(Mutation::rule))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        Rules.all().stream().map(Rule::id).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "https-not-enforced, Microsoft.Web/sites, /properties/httpsOnly",
        "old-tls, Microsoft.Web/sites, /properties/siteConfig/minTlsVersion",
        "easy-auth-off, authsettingsV2, /properties/platform/enabled",
        "easy-auth-allows-anonymous, authsettingsV2, /properties/globalValidation/requireAuthentication",
        "easy-auth-excludes-paths, authsettingsV2, /properties/globalValidation/excludedPaths",
        "easy-auth-admits-whole-tenant, authsettingsV2, /properties/identityProviders/azureActiveDirectory/validation/defaultAuthorizationPolicy",
        "assignment-not-required, Microsoft.Graph/servicePrincipals, /properties/appRoleAssignmentRequired",
        "token-version-mismatch, Microsoft.Graph/applications, /properties/api/requestedAccessTokenVersion",
        "roles-differ-from-contract, Microsoft.Graph/applications, /properties/appRoles",
        "token-not-validated, Microsoft.ApiManagement/service/apis/policies, /properties/value",
        "token-not-validated, Microsoft.ApiManagement/service/apis/policies, /condition",
        "requirement-differs-from-contract, Microsoft.ApiManagement/service/apis/operations/policies, /properties/value",
        "backend-over-http, Microsoft.ApiManagement/service/backends, /properties/url",
        "bodies-logged, Microsoft.ApiManagement/service/diagnostics, /properties/frontend/request/body/bytes",
        "secret-in-app-setting, appsettings, /properties",
        "almost-a-guid, v1-audience, /properties/value",
        "audience-of-another-api, authsettingsV2, /properties/identityProviders/azureActiveDirectory/validation/allowedAudiences",
        "easy-auth-other-provider, authsettingsV2, /properties/identityProviders/google",
        "secret-in-app-setting, appsettings, /properties/LEDGER_PASSWORD",
        "secret-in-app-setting, Microsoft.Web/sites, /properties/siteConfig/appSettings",
        "easy-auth-missing, authsettingsV2, /condition",
        "easy-auth-missing, authsettingsV2, /copy/count",
        "easy-auth-missing, authsettingsV2, /properties/platform/configFilePath",
        "assignment-not-required, Microsoft.Graph/servicePrincipals, /condition",
        "placeholder-unfilled, rate-limit-calls, /condition",
        "requirement-differs-from-contract, Microsoft.ApiManagement/service/apis/operations/policies, /condition",
        "token-not-validated, Microsoft.ApiManagement/service/apis/policies, /copy/count",
    })
    void saysWhatItCannotDecideInsteadOfPassing(String rule, String resource, String pointer) throws IOException {
        CheckFindings report = check(
                Edited.of(MAIN)
                        .with(resource, pointer, "\"[parameters('later')]\"")
                        .snapshot(),
                false);

        assertThat(report.findings()).isEmpty();
        assertThat(report.undecided())
                .flatExtracting(each -> each.rules().stream().map(Rule::id).toList())
                .contains(rule);
        assertThat(report.strict().findings()).extracting(Finding::rule).contains(rule);
    }

    private CheckFindings check(Snapshot snapshot, boolean policies) throws IOException {
        return ProjectFolder.in(project, policies)
                .check("changed.snapshot.json", snapshot.content().toPrettyString());
    }
}
