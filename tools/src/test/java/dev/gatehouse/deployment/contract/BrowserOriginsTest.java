package dev.gatehouse.deployment.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.deployment.DeploymentFault;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.Snapshot;
import dev.gatehouse.deployment.contract.ContractDeployment.Resources;
import dev.gatehouse.fixtures.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrowserOriginsTest {
    private static final List<String> TWO = List.of("https://app.example", "http://localhost:5173");

    static List<String> names() {
        return Snapshots.names();
    }

    @Test
    void isWhatTheInfrastructureDeploys() throws IOException {
        assertThat(Files.readString(Path.of("infra/api.bicep")))
                .contains("var cors = '" + BrowserOrigins.BEGIN
                        + "${join(map(browserOrigins, origin => '<origin>${origin}</origin>'), '')}"
                        + BrowserOrigins.END + "'")
                .contains("? '<inbound>' : '<inbound>\\n    ${cors}'");
    }

    @ParameterizedTest
    @MethodSource("names")
    void isTheFirstPolicyOfTheApi(String name) {
        String policy = policy(BrowserOrigins.allow(Snapshots.read(name), TWO));

        assertThat(policy)
                .startsWith("<policies>\n  <inbound>\n    <cors allow-credentials=\"false\""
                        + " terminate-unmatched-request=\"false\"><allowed-origins><origin>https://app.example</origin>"
                        + "<origin>http://localhost:5173</origin></allowed-origins>")
                .contains("</cors>\n    <base />");
    }

    @ParameterizedTest
    @MethodSource("names")
    void changesNothingWithoutAnOrigin(String name) {
        Snapshot base = Snapshots.read(name);

        assertThat(BrowserOrigins.allow(base, List.of()).content()).isEqualTo(base.content());
    }

    @Test
    void addsToWhatAPolicyAllowsAlready() {
        Snapshot first = BrowserOrigins.allow(Snapshots.read(Snapshots.MAIN), List.of("https://app.example"));
        String policy = policy(BrowserOrigins.allow(first, List.of("http://localhost:5173")));

        assertThat(policy)
                .containsOnlyOnce("<cors")
                .contains("<origin>http://localhost:5173</origin><origin>https://app.example</origin>");
    }

    @Test
    void comesOutAgainAndNothingElse() {
        String file = policy(Snapshots.read(Snapshots.MAIN));
        String open = policy(BrowserOrigins.allow(Snapshots.read(Snapshots.MAIN), TWO));

        assertThat(BrowserOrigins.without(open)).isEqualTo(file).isNotEqualTo(open);
        assertThat(BrowserOrigins.without(open.replace("<method>*</method>", "<method>GET</method>")))
                .contains("<cors");
    }

    @Test
    void refusesAPolicyWithoutAPlaceForIt() {
        Snapshot base = Snapshots.read(Snapshots.MAIN);
        api(base).withObject("/properties").put("value", "<policies/>");

        assertThatThrownBy(() -> BrowserOrigins.allow(base, TWO))
                .isInstanceOf(DeploymentFault.class)
                .hasMessageEndingWith("the API's policy has no <inbound>, where cors belongs");
    }

    private static String policy(Snapshot snapshot) {
        return api(snapshot).at("/properties/value").asText();
    }

    private static ObjectNode api(Snapshot snapshot) {
        return new Resources(snapshot.name(), (ObjectNode) snapshot.content())
                .of(ResourceTypes.API_POLICY)
                .get(0);
    }
}
