package dev.gatehouse.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.check.rules.Rules;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule bites: the project's snapshots are clean, and each that is spoiled in one place breaks one rule alone. */
class MutationsTest {
    @TempDir
    Path project;

    static Stream<Mutation> mutations() {
        return Stream.concat(PolicyMutations.ALL.stream(), ResourceMutations.ALL.stream());
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "main-validate-jwt", "gateway-identity", "gateway-identity-validate-jwt"})
    void findsNothingInWhatTheProjectDeploysAndLeavesNothingUndecided(String name) {
        Report report = Snapshot.of(name).check(project);

        assertThat(report.findings()).isEmpty();
        assertThat(report.undecided()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void findsWhatIsSpoiledAndNothingElse(Mutation mutation) {
        Report report = mutation.spoiled().check(project);

        assertThat(report.findings()).extracting(Finding::rule).containsOnly(mutation.rule());
    }

    @Test
    void hasAMutationForEachRule() {
        assertThat(mutations().map(Mutation::rule).collect(Collectors.toSet()))
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
        "requirement-differs-from-contract, Microsoft.ApiManagement/service/apis/operations/policies, /properties/value",
        "backend-over-http, Microsoft.ApiManagement/service/backends, /properties/url",
        "bodies-logged, Microsoft.ApiManagement/service/diagnostics, /properties/frontend/request/body/bytes",
        "secret-in-app-setting, appsettings, /properties",
        "almost-a-guid, v1-audience, /properties/value",
    })
    void saysWhatItCannotDecideInsteadOfPassing(String rule, String resource, String pointer) {
        Report report = Snapshot.of("main")
                .set(resource, pointer, "\"[parameters('later')]\"")
                .check(project);

        assertThat(report.findings()).isEmpty();
        assertThat(report.undecided()).extracting(each -> each.rule().id()).contains(rule);
        assertThat(report.strict().findings()).extracting(Finding::rule).contains(rule);
    }
}
