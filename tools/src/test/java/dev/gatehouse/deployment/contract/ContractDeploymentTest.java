package dev.gatehouse.deployment.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.Consent;
import dev.gatehouse.chain.entra.directory.FederatedCredential;
import dev.gatehouse.chain.entra.directory.ManagedIdentity;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.deployment.DeploymentFault;
import dev.gatehouse.deployment.Snapshot;
import dev.gatehouse.fixtures.SampleContract;
import dev.gatehouse.fixtures.Snapshots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractDeploymentTest {
    private static final PolicyTexts FILES = PolicyTexts.ofProject(Path.of(""));

    /** Another app's: nothing in it is the sample's. */
    private static final String ORDERS = """
            { "api": "orders", "tokenVersions": ["2.0"],
              "roles": [ { "value": "Orders.Read", "description": "Read", "allowedMemberTypes": ["Application"] },
                         { "value": "Orders.Both", "description": "Both", "allowedMemberTypes": ["Application", "User"] } ],
              "scopes": [ { "value": "orders.read", "description": "Read" } ],
              "operations": [
                { "function": "order", "method": "GET", "route": "orders/{id:int}", "roles": ["Orders.Both"], "scopes": ["orders.read"] },
                { "function": "order", "method": "DELETE", "route": "orders/{id:int}", "roles": ["Orders.Read"] },
                { "function": "files", "method": "GET", "route": "files/{*rest}", "roles": ["Orders.Read"] },
                { "function": "ready", "method": "GET", "route": "ready", "public": true } ] }
            """;

    /** What Bicep wrote from this contract is what is written here. */
    @ParameterizedTest
    @MethodSource("dev.gatehouse.fixtures.Snapshots#names")
    void writesWhatBicepWrites(String name) {
        Snapshot committed = Snapshots.committed(name);
        Snapshot derived = new ContractDeployment(SampleContract.read(), "api", FILES).of(committed);
        assumeThat(descriptions(committed))
                .as("the snapshots are of this contract")
                .isEqualTo(descriptions(derived));

        assertThat(byId(derived)).isEqualTo(byId(committed));
        assertThat(derived.content().get("outputs"))
                .isEqualTo(committed.content().get("outputs"));
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.fixtures.Snapshots#names")
    void deploysAnotherAppsContract(String name) {
        Snapshot orders = new ContractDeployment(read(ORDERS), "v1", FILES).of(Snapshots.committed(name));

        Deployment deployment = Deployment.of(orders);
        assertThat(deployment.apiUrl("localhost:1")).hasPath("/orders");
        assertThat(deployment.registrations().front().api().identifierUris().get(0))
                .startsWith("api://" + deployment.tenant().id() + "/orders-");
        assertThat(orders.content().toString())
                .contains(
                        "\"urlTemplate\":\"/orders/{id}\"",
                        "\"urlTemplate\":\"/files/*\"",
                        "operations/order-get\"",
                        "operations/order-delete/policies/policy",
                        "\"/v1/ready\"")
                .doesNotContain("listAccounts", "Accounts.Read", "accounts.read", "/apis/gatehouse-accounts");
    }

    /** In caller-token only: otherwise the function never gets the caller's token. */
    @ParameterizedTest
    @MethodSource("dev.gatehouse.fixtures.Snapshots#names")
    void deploysWhatAnotherAppCallsOnward(String name) {
        String ledger = "22222222-0000-4000-8000-000000000002";
        Contract calling = read(ORDERS.replace(
                "\"operations\":",
                "\"onward\": [ { \"resource\": \"api://ledger\", \"clientId\": \"" + ledger
                        + "\", \"scopes\": [\"ledger.read\", \"ledger.post\"] } ], \"operations\":"));

        Deployment deployment =
                Deployment.of(new ContractDeployment(calling, "api", FILES).of(Snapshots.committed(name)));

        AppRegistration api = deployment.registrations().api();
        boolean callsOnward = deployment.registrations().gateway().isEmpty();
        ManagedIdentity identity = deployment.registrations().identities().stream()
                .filter(each -> deployment.functionIdentities().contains(each.clientId()))
                .findFirst()
                .orElseThrow();
        assertThat(deployment.registrations().consents())
                .isEqualTo(
                        callsOnward
                                ? List.of(new Consent(
                                        api.clientId(),
                                        ledger,
                                        List.of("ledger.read", "ledger.post"),
                                        List.of(Consent.EVERYONE)))
                                : List.of());
        assertThat(api.credentials().federated())
                .isEqualTo(
                        callsOnward
                                ? List.of(new FederatedCredential(
                                        deployment.tenant().issuer(2),
                                        identity.objectId(),
                                        List.of("api://AzureADTokenExchange")))
                                : List.of());
        assertThat(deployment.functionApp().settings().get("GATEHOUSE_ONWARD_IDENTITY"))
                .isEqualTo(callsOnward ? identity.clientId() : null);
    }

    @Test
    void deploysNothingForCallsOnwardWhereTheContractHasNone() {
        Deployment deployment = Deployment.of(
                new ContractDeployment(read(ORDERS), "api", FILES).of(Snapshots.committed(Snapshots.MAIN)));

        assertThat(deployment.registrations().consents()).isEmpty();
        assertThat(deployment.registrations().api().credentials().areNone()).isTrue();
        assertThat(deployment.functionApp().settings())
                .doesNotContainKeys("GATEHOUSE_ONWARD_IDENTITY", "PROFILE_ENDPOINT");
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.fixtures.Snapshots#names")
    void deploysWhatIsRetiredDisabled(String name) {
        String retired = ORDERS.replace(
                "\"roles\": [ {",
                "\"roles\": [ { \"value\": \"Orders.Old\", \"description\": \"Before\", \"retired\": true,"
                        + " \"allowedMemberTypes\": [\"Application\"] }, {");
        Snapshot snapshot = new ContractDeployment(read(retired), "api", FILES).of(Snapshots.committed(name));

        assertThat(snapshot.content().findParents("isEnabled"))
                .filteredOn(each -> !each.get("isEnabled").asBoolean())
                .extracting(each -> each.get("value").asText())
                .containsExactly("Orders.Old");
        assertThat(Deployment.of(snapshot).registrations().front().api().roles().toString())
                .contains("Orders.Both")
                .doesNotContain("Orders.Old");
    }

    @Test
    void deploysTokensOfVersionOne() {
        Snapshot first = new ContractDeployment(read(ORDERS.replace("2.0", "1.0")), "api", FILES)
                .of(Snapshots.committed(Snapshots.MAIN));

        Deployment deployment = Deployment.of(first);
        assertThat(deployment.registrations().front().api().format().version()).isEqualTo(1);
        assertThat(deployment.registrations().front().api().identifierUris().get(0))
                .isEqualTo("api://" + deployment.tenant().id() + "/orders-dev-wywakx7hkev6k");
        assertThat(first.content().toString()).doesNotContain("v2.0\"");
    }

    @Test
    void keepsThePoliciesOfAnotherSnapshotWhereTheyHoldTheRequirement() throws IOException {
        Snapshot main =
                new ContractDeployment(SampleContract.read(), "api", FILES).of(Snapshots.committed(Snapshots.MAIN));
        Snapshot own = new Snapshot(
                "own",
                new ObjectMapper().readTree(main.content().toString().replace("requirement-not-met", "own-reason")));

        Snapshot derived = new ContractDeployment(SampleContract.read(), "api", PolicyTexts.ofSnapshot()).of(own);

        assertThat(derived.content().toString()).contains("own-reason").doesNotContain("requirement-not-met");
    }

    @Test
    void refusesAPolicyFileThatWouldCheckNoRequirement(@TempDir Path project) throws IOException {
        Path policies = Files.createDirectories(project.resolve("infra/policies"));
        Files.writeString(policies.resolve("operation.xml"), "<policies/>");
        ContractDeployment derived = new ContractDeployment(read(ORDERS), "api", PolicyTexts.ofProject(project));

        assertThatThrownBy(() -> derived.of(Snapshots.committed(Snapshots.MAIN)))
                .isInstanceOf(DeploymentFault.class)
                .hasMessageContaining("operation.xml: has no __REQUIREMENT__");
    }

    @Test
    void makesTheGuidsOfAzure() {
        // read off a snapshot of Bicep 0.47.16
        assertThat(ArmGuid.of(
                        "81061dfa-4cc7-3cff-bb58-89410eba01c7",
                        "gatehouse-accounts-dev-wywakx7hkev6k",
                        "role",
                        "Accounts.Read"))
                .isEqualTo("c982487a-3eb5-5efe-b816-bdfee2065457");
    }

    private static Map<String, JsonNode> byId(Snapshot snapshot) {
        return StreamSupport.stream(snapshot.content().get("predictedResources").spliterator(), false)
                .collect(Collectors.toMap(
                        each -> each.has("id") ? each.get("id").asText() : each.toString(), each -> each));
    }

    private static List<String> descriptions(Snapshot snapshot) {
        return snapshot.content().findValuesAsText("description").stream()
                .sorted()
                .toList();
    }

    private static Contract read(String json) {
        ContractResult read = ContractReader.read(json.getBytes(StandardCharsets.UTF_8));
        assertThat(read).isInstanceOf(ContractResult.Valid.class);
        return ((ContractResult.Valid) read).contract();
    }
}
