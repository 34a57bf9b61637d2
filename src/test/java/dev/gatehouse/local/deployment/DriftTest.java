package dev.gatehouse.local.deployment;

import static dev.gatehouse.fixtures.Snapshots.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractReading;
import dev.gatehouse.fixtures.Snapshots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The snapshots are those of the contract and the policies, and a change of these is seen. */
class DriftTest {
    private static final Path CONTRACT = Path.of("contract/security.json");
    private static final Path POLICIES = Path.of("infra/policies");

    @ParameterizedTest
    @MethodSource("dev.gatehouse.fixtures.Snapshots#names")
    void theCommittedSnapshotsAreUpToDate(String snapshot) throws IOException {
        assertThat(differences(snapshot, "", "", POLICIES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "GET\", \"route\": \"whoami | GET\", \"route\": \"me | operations: deployed [",
                "\"POST\" | \"PUT\" | operations: deployed [",
                "\"function\": \"whoAmI\" | \"function\": \"who\" | operations: deployed [",
                "\"route\": \"health\" | \"route\": \"alive\" | globalValidation.excludedPaths: deployed [/api/health], the contract says [/api/alive]",
                "[\"accounts.read\", \"profile.read\"] | [\"accounts.read\"] | the policy of operation whoAmI, properties.value: is not operation.xml",
                "\"Provision accounts\", \"allowedMemberTypes\": [\"Application\"] | \"Provision accounts\", \"allowedMemberTypes\": [\"Application\", \"User\"] | appRoles: deployed [",
                "\"profile.read\" | \"profile.all\" | api.oauth2PermissionScopes: deployed [accounts.read, profile.read]",
                "[\"2.0\"] | [\"1.0\"] | api.requestedAccessTokenVersion: deployed [2.0], the contract says [1.0]",
                "[\"2.0\"] | [\"2.0\", \"1.0\"] | named values token-version, other-token-version: deployed [2.0], the contract says [1.0, 2.0]",
                "\"gatehouse-accounts\" | \"ledger\" | API, properties.path: deployed [gatehouse-accounts], the contract says [ledger]",
            })
    void aContractThatWasChanged(String text, String by, String difference) throws IOException {
        assertThat(differences(MAIN, text, by, POLICIES))
                .anySatisfy(each -> assertThat(each).contains(difference));
    }

    @ParameterizedTest
    @CsvSource({
        "global.xml, the global policy",
        "api-caller-token.xml, the policy of API gatehouse-accounts",
        "operation.xml, the policy of operation whoAmI"
    })
    void aPolicyThatWasChanged(String file, String policy, @TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.list(POLICIES)) {
            for (Path each : (Iterable<Path>) files::iterator) {
                Files.copy(each, folder.resolve(each.getFileName()));
            }
        }
        Files.writeString(folder.resolve(file), Files.readString(folder.resolve(file)) + "<!-- -->");

        assertThat(differences(MAIN, "", "", folder))
                .anySatisfy(each -> assertThat(each).startsWith(policy + ", properties.value: is not " + file));
    }

    private static List<String> differences(String snapshot, String text, String by, Path policies) throws IOException {
        String written = Files.readString(CONTRACT);
        assertThat(written).contains(text);
        ContractReading reading = ContractReader.read(written.replace(text, by).getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(ContractReading.Valid.class);
        Contract contract = ((ContractReading.Valid) reading).contract();
        return new Drift(contract, policies).from(Deployment.of(Snapshots.read(snapshot)));
    }
}
