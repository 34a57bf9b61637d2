package dev.gatehouse.check.rules;

import static dev.gatehouse.fixtures.Snapshots.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.check.CheckFindings;
import dev.gatehouse.check.Checker;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.Project;
import dev.gatehouse.check.input.Projects;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import dev.gatehouse.deployment.Location;
import dev.gatehouse.fixtures.InfraFiles;
import dev.gatehouse.fixtures.Snapshots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The snapshots are those of the contract and the policies, and a change of these is seen. */
class DriftTest {
    private static final Path HERE = Path.of("");

    @ParameterizedTest
    @MethodSource("dev.gatehouse.fixtures.Snapshots#names")
    void theCommittedSnapshotsAreUpToDate(String snapshot) throws IOException {
        assertThat(differences(snapshot, "", "", HERE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET\", \"route\": \"whoami | GET\", \"route\": \"me | apis/operations '*/whoAmI', properties.urlTemplate: the contract has no operation GET /whoami, or it is public and not for the gateway",
                "GET\", \"route\": \"whoami | GET\", \"route\": \"me | apis '*/gatehouse-accounts': the contract's GET me is not published",
                "\"POST\" | \"PUT\" | apis/operations '*/provisionAccount', properties.urlTemplate: the contract has no operation POST /accounts, or it is public and not for the gateway",
                "\"function\": \"whoAmI\" | \"function\": \"who\" | apis/operations '*/whoAmI': the contract calls it who",
                // a function with several methods is an operation for each, named after both
                "\"provisionAccount\" | \"listAccounts\" | apis/operations '*/listAccounts': the contract calls it listAccounts-get",
                "\"provisionAccount\" | \"listAccounts\" | apis/operations '*/provisionAccount': the contract calls it listAccounts-post",
                "\"route\": \"health\" | \"route\": \"alive\" | authsettingsV2', properties.globalValidation.excludedPaths[0]: '/api/health' can be called without a token, the contract's public paths are [/api/alive]",
                "\"route\": \"health\" | \"route\": \"alive\" | authsettingsV2', properties.globalValidation.excludedPaths: the contract's public /api/alive is not excluded",
                "[\"accounts.read\", \"profile.read\"] | [\"accounts.read\"] | whoAmI/policy', properties.value: does not match any of [operation-by-key.xml, operation.xml] with the current contract",
                "[\"accounts.read\", \"profile.read\"] | [\"accounts.read\"] | apis/operations '*/whoAmI': its policy does not reject all callers except app roles",
                "\"Provision accounts\", \"allowedMemberTypes\": [\"Application\"] | \"Provision accounts\", \"allowedMemberTypes\": [\"Application\", \"User\"] | 'gatehouse-accounts-dev-wywakx7hkev6k', properties.appRoles: the contract's role Accounts.Provision for [Application, User] is missing",
                "\"profile.read\" | \"profile.all\" | properties.api.oauth2PermissionScopes: the contract's scope profile.all is missing",
                "\"profile.read\" | \"profile.all\" | properties.api.oauth2PermissionScopes[1]: the contract has no scope profile.read here",
                "[\"2.0\"] | [\"1.0\"] | properties.api.requestedAccessTokenVersion: tokens are of version 2, the contract wants 1.0",
                "[\"2.0\"] | [\"2.0\", \"1.0\"] | the versions [2.0] are accepted, the contract says [1.0, 2.0]",
                "\"gatehouse-accounts\" | \"ledger\" | properties.path: 'gatehouse-accounts' is not the contract's API ledger",
            })
    void aContractThatWasChanged(String text, String by, String difference) throws IOException {
        String pattern = "\\Q" + difference.replace("*", "\\E[^']*\\Q") + "\\E";

        assertThat(differences(MAIN, text, by, HERE))
                .allSatisfy(each -> assertThat(each).startsWith("main.snapshot.json: Microsoft."))
                .anySatisfy(each -> assertThat(each).containsPattern(pattern));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // constraints are the function's, and the names of parameters are the code's
                "accounts/{id} | accounts/{id:int}",
                "accounts/{id} | accounts/{account}",
            })
    void aRouteThatTheGatewayPublishesAsTheSame(String text, String by) throws IOException {
        assertThat(differences(MAIN, text, by, HERE)).isEmpty();
    }

    @Test
    void routesThatHideEachOther() throws IOException {
        assertThat(differences(MAIN, "\"route\": \"whoami\"", "\"route\": \"{*rest}\"", HERE))
                .noneSatisfy(each -> assertThat(each).contains("the host tries functions by name"));
        assertThat(differences(
                        MAIN,
                        "\"function\": \"whoAmI\", \"method\": \"GET\", \"route\": \"whoami\"",
                        "\"function\": \"any\", \"method\": \"GET\", \"route\": \"{*rest}\"",
                        HERE))
                .anySatisfy(
                        each -> assertThat(each)
                                .startsWith(
                                        "main.snapshot.json: the contract's function readAccount: the host tries functions by name,"
                                                + " so api/{*rest} of any answers every path of api/accounts/{id} of readAccount"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "global.xml | service/policies '[^']*', properties.value: does not match any of .global.xml.",
                "api-caller-token.xml | apis/policies '[^']*', properties.value: does not match any of .api-caller-token-validate-jwt.xml, api-caller-token.xml.",
                "operation.xml | whoAmI/policy', properties.value: does not match any of .operation-by-key.xml, operation.xml."
            })
    void aPolicyThatWasChanged(String file, String difference, @TempDir Path folder) throws IOException {
        Path policies = copied(folder);
        Files.writeString(policies.resolve(file), Files.readString(policies.resolve(file)) + "<!-- -->");

        assertThat(differences(MAIN, "", "", folder))
                .anySatisfy(each -> assertThat(each).containsPattern(difference));
    }

    @Test
    void aPolicyThatIsNoFileAnyMore(@TempDir Path folder) throws IOException {
        Files.delete(copied(folder).resolve("global.xml"));

        assertThat(differences(MAIN, "", "", folder))
                .singleElement()
                .asString()
                .endsWith("properties.value: does not match any of [] with the current contract");
    }

    @Test
    void anotherRoutePrefix(@TempDir Path folder) throws IOException {
        copied(folder);
        Files.writeString(folder.resolve("host.json"), "{\"extensions\": {\"http\": {\"routePrefix\": \"v1\"}}}");

        assertThat(differences(MAIN, "", "", folder))
                .anySatisfy(each -> assertThat(each).endsWith("the contract's public /v1/health is not excluded"));
    }

    @Test
    void aRouteThatCannotBeReadIsUndecided() throws IOException {
        CheckFindings checked = new Checker(ContractRules.ALL)
                .check(List.of(deployed(MAIN, "accounts/{id}", "accounts/{id:datetime}", HERE)));

        assertThat(checked.undecided()).anySatisfy(each -> {
            assertThat(each.rules()).extracting(Rule::id).containsExactly("route-hidden");
            assertThat(each.because())
                    .startsWith("the route accounts/{id:datetime} of function readAccount was not compared: ");
        });
    }

    private static Path copied(Path folder) throws IOException {
        Path policies = Files.createDirectories(folder.resolve("infra/policies"));
        for (Path policy : InfraFiles.in("policies", ".xml")) {
            Files.copy(policy, policies.resolve(policy.getFileName()));
        }
        return policies;
    }

    private static List<String> differences(String snapshot, String text, String by, Path folder) throws IOException {
        return Drift.of(deployed(snapshot, text, by, folder)).stream()
                .map(each -> each.place() + ": " + each.found())
                .toList();
    }

    /** @param folder with policies and host.json */
    private static DeployedFile deployed(String snapshot, String text, String by, Path folder) throws IOException {
        String written = Files.readString(Path.of("contract/security.json"));
        assertThat(written).contains(text);
        ContractResult reading = ContractReader.read(written.replace(text, by).getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(ContractResult.Valid.class);
        Project project = Projects.read(folder, ((ContractResult.Valid) reading).contract());
        Location place = Location.of(snapshot + ".snapshot.json");
        return DeployedFile.of(place, Snapshots.read(snapshot), Optional.of(project));
    }
}
