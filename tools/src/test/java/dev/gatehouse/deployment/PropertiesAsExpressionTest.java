package dev.gatehouse.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.deployment.arm.TemplateText;
import dev.gatehouse.fixtures.Snapshots;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bicep writes properties that are merged as one expression, {@code [union(…)]}: it means what the object means. */
class PropertiesAsExpressionTest {
    private static final DeploymentTime TIME = DeploymentTime.at(Instant.parse("2026-01-01T00:00:00Z"));

    static IntStream resources() {
        JsonNode all = resources(Snapshots.read(Snapshots.MAIN).content());
        return IntStream.range(0, all.size()).filter(index -> all.get(index).has("properties"));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void areReadLikeTheObject(int index) {
        Snapshot original = Snapshots.read(Snapshots.MAIN);
        JsonNode changed = original.content().deepCopy();
        ObjectNode resource = (ObjectNode) resources(changed).get(index);
        resource.put("properties", "[union(createObject(), " + written(resource.path("properties")) + ")]");

        assertThat(read(new Snapshot(original.name(), changed))).isEqualTo(read(original));
    }

    @Test
    void areRefusedByResourceAndPropertyWhereTheirNamesAreNotKnown() {
        JsonNode changed = Snapshots.read(Snapshots.MAIN).content().deepCopy();
        ((ObjectNode) resources(changed).get(0)).put("properties", "[reference('x', '2024-01-01')]");

        assertThatThrownBy(() -> read(new Snapshot("x.snapshot.json", changed)))
                .isInstanceOf(DeploymentFault.class)
                .hasMessage(
                        "x.snapshot.json: Microsoft.ManagedIdentity/userAssignedIdentities 'id-function-dev', properties:"
                                + " is the expression [reference('x', '2024-01-01')], of which this machine cannot know the names:"
                                + " write an object, or union() of objects");
    }

    private static JsonNode resources(JsonNode snapshot) {
        return snapshot.path("predictedResources");
    }

    private static String read(Snapshot snapshot) {
        Deployment deployment = Deployment.of(snapshot, TIME);
        return deployment.functionApp() + " " + deployment.easyAuth() + " " + deployment.registrations() + " "
                + deployment.tenant() + " " + deployment.gateway("localhost:7071", Map.of("first-client", "key"))
                + " " + deployment.apiUrl("localhost:8443");
    }

    private static String written(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(each -> "'" + each.getKey() + "', " + written(each.getValue()))
                    .collect(Collectors.joining(", ", "createObject(", ")"));
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(PropertiesAsExpressionTest::written)
                    .collect(Collectors.joining(", ", "createArray(", ")"));
        }
        if (!value.isTextual()) {
            return value.isBoolean() || value.isNull() ? value + "()" : value.toString();
        }
        return new TemplateText(value.textValue()).isExpression()
                ? value.textValue().substring(1, value.textValue().length() - 1)
                : "'" + value.textValue().replace("'", "''") + "'";
    }
}
