package dev.gatehouse.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.Credentials;
import dev.gatehouse.chain.gateway.GatewaySettings;
import dev.gatehouse.fixtures.RealBicep;
import dev.gatehouse.fixtures.Snapshots;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Snapshots as the real Bicep writes them are deployed like those that are committed. */
class RealSnapshotTest {
    /** The real snapshots are of a state without calls onward and without a limit of bodies. */
    private static final Set<String> CAME_LATER = Set.of(
            "GATEHOUSE_ONWARD_IDENTITY",
            "PROFILE_ENDPOINT",
            "ACCOUNTS_TABLE_ENDPOINT",
            "ACCOUNTS_IDENTITY",
            "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT");

    private static final String CREDENTIAL = "Microsoft.Graph/applications/federatedIdentityCredentials@v1.0";

    @ParameterizedTest
    @MethodSource("dev.gatehouse.fixtures.Snapshots#names")
    void startsTheLayersFromTheSameSettings(String name) throws IOException {
        Deployment real = Deployment.of(withTheTenantInUris(RealBicep.snapshot(name)));
        Deployment committed = Deployment.of(Snapshots.read(name));

        assertThat(real.registrations().assignments())
                .isEqualTo(committed.registrations().assignments());
        assertThat(real.registrations().identities())
                .isEqualTo(committed.registrations().identities());
        assertThat(withoutCredentials(real)).isEqualTo(withoutCredentials(committed));
        assertThat(real.easyAuth()).isEqualTo(committed.easyAuth());
        Map<String, String> settings = new HashMap<>(committed.functionApp().settings());
        settings.keySet().removeAll(CAME_LATER);
        assertThat(real.functionApp().settings()).isEqualTo(settings);
        assertThat(real.subscriptions()).isEqualTo(committed.subscriptions());
        assertThat(real.apiUrl("localhost:1")).isEqualTo(committed.apiUrl("localhost:1"));
        assertThat(gateway(real).service().namedValues().keySet())
                .isEqualTo(gateway(committed).service().namedValues().keySet());
    }

    private static List<AppRegistration> withoutCredentials(Deployment deployment) {
        return deployment.registrations().applications().stream()
                .map(each -> each.provingBy(Credentials.none()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.fixtures.Snapshots#names")
    void readsOutputsInAnyOrder(String name) {
        Snapshot snapshot = RealBicep.snapshot(name);
        ObjectNode outputs = (ObjectNode) snapshot.content().path("outputs");
        List<String> names = new ArrayList<>();
        outputs.fieldNames().forEachRemaining(names::add);
        names.forEach(each -> outputs.set(each, outputs.remove(each)));

        assertThat(Deployment.of(snapshot).apiUrl("localhost:1"))
                .isEqualTo(Deployment.of(Snapshots.read(name)).apiUrl("localhost:1"));
    }

    /** The sample client's: Bicep may know its name, or not. */
    @ParameterizedTest
    @CsvSource({"gatehouse-sample-dev/workload", "'[format(''{0}/workload'', reference(''sampleApp'').uniqueName)]'"})
    void takesAClientsCredentialWhetherItsNameIsKnownOrNot(String name) {
        Snapshot snapshot = RealBicep.snapshot(Snapshots.MAIN);
        ((ArrayNode) snapshot.content().path("predictedResources"))
                .addObject()
                .put("type", CREDENTIAL)
                .putObject("properties")
                .put("name", name);

        assertThat(Deployment.of(snapshot).subscriptions()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "main.no-deployment-name.snapshot.json | was created without --deployment-name main, so the outputs of"
                        + " modules are unknown, in 64 values; create it again with: bicep snapshot main.no-deployment-name.bicepparam"
                        + " --mode overwrite --deployment-name main",
                "main.json | is a compiled template, whose parameters have no values yet; give the snapshot of a parameter"
                        + " file that uses it instead: bicep snapshot NAME.bicepparam --mode overwrite --deployment-name main",
                "main.bicepparam | is Bicep; give the snapshot of its parameter file instead: bicep snapshot NAME.bicepparam"
                        + " --mode overwrite --deployment-name main"
            })
    void saysInOneLineWhatToGiveInstead(String file, String message) throws IOException {
        assertThatThrownBy(() -> Deployment.of(Snapshot.read(RealBicep.file(file))))
                .isInstanceOf(DeploymentFault.class)
                .hasMessage(file + ": " + message);
    }

    /** The real snapshots are of a state in which only version 1 had the tenant in its App ID URIs. */
    private static Snapshot withTheTenantInUris(Snapshot real) throws IOException {
        String tenant = Deployment.of(real).tenant().id();
        String content = real.content().toString().replace("api://gatehouse-", "api://" + tenant + "/gatehouse-");
        return new Snapshot(real.name(), new ObjectMapper().readTree(content));
    }

    private static GatewaySettings gateway(Deployment deployment) {
        return deployment.gateway("localhost:7071", Map.of("first-client", "key"));
    }
}
