package dev.gatehouse.deployment;

import static dev.gatehouse.fixtures.Snapshots.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.gatehouse.fixtures.Edited;
import dev.gatehouse.fixtures.Snapshots;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Resources that are of an unknown type, duplicate, or without their parent. */
class SnapshotValidatorTest {
    private static final String API = "Microsoft.ApiManagement/service/apis";

    static Stream<Arguments> resources() {
        return Stream.of(
                arguments(
                        Edited.of(MAIN).twice("authsettingsV2"),
                        "/authsettingsV2': is a duplicate: remove one of them"),
                arguments(
                        Edited.of(MAIN).twice("authsettingsV2").with("authsettingsV2", "/properties/platform", "{}"),
                        "/authsettingsV2': is a duplicate"),
                arguments(Edited.of(MAIN).twice(API + "/operations"), "/listAccounts': is a duplicate"),
                arguments(
                        Edited.of(MAIN).twice("Microsoft.Graph/servicePrincipals"),
                        "servicePrincipals: is a duplicate"),
                arguments(
                        Edited.of(MAIN).with("{\"type\": \"Microsoft.Network/virtualNetworks\", \"name\": \"net\"}"),
                        "Microsoft.Network/virtualNetworks 'net': resources of this type are not supported here, and may"
                                + " change how calls are answered: deploy a variant without it"),
                arguments(
                        Edited.of(MAIN).without(API),
                        ": its parent /subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/gatehouse/providers"
                                + "/Microsoft.ApiManagement/service/apim-dev-wywakx7hkev6k/apis/gatehouse-accounts is not"
                                + " in the deployment"));
    }

    @ParameterizedTest
    @MethodSource({"resources"})
    void stopsTheStartWithOneLine(Edited edited, String message) {
        DeployedEdit.isRefused(edited, message);
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.fixtures.Snapshots#names")
    void everyTypeOfTheCommittedSnapshotsHasItsPart(String snapshot) {
        assertThat(Snapshots.read(snapshot).resources()).allSatisfy(resource -> assertThat(ResourceSupport.of(resource))
                .as(resource.type())
                .isPresent());
    }

    @Test
    void whatBicepCouldNotPredictStopsTheStart() {
        Snapshot snapshot = diagnosed("/a Warning NestedDeploymentShortCircuited: no");

        assertThatThrownBy(() -> Deployment.of(snapshot))
                .isInstanceOf(DeploymentFault.class)
                .hasMessage("main.snapshot.json, diagnostics: Bicep could not predict everything: "
                        + "\"/a Warning NestedDeploymentShortCircuited: no\"");
        assertThat(Deployment.of(diagnosed(" Info Expanded: Warning")).subscriptions())
                .hasSize(1);
    }

    private static Snapshot diagnosed(String diagnostic) {
        Snapshot snapshot = Snapshots.read(MAIN);
        ((ArrayNode) snapshot.content().get("diagnostics")).add(diagnostic);
        return snapshot;
    }
}
