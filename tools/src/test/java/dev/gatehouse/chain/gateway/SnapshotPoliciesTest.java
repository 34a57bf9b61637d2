package dev.gatehouse.chain.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.chain.gateway.policy.Backend;
import dev.gatehouse.chain.gateway.policy.DocumentScope;
import dev.gatehouse.chain.gateway.policy.NamedValues;
import dev.gatehouse.chain.gateway.policy.Pipeline;
import dev.gatehouse.chain.gateway.policy.PolicyCompiler;
import dev.gatehouse.chain.gateway.policy.PolicyServices;
import dev.gatehouse.chain.gateway.policy.PolicySource;
import dev.gatehouse.chain.gateway.policy.Sku;
import dev.gatehouse.fixtures.MovableClock;
import dev.gatehouse.fixtures.SampleContract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policies as they would be deployed, with every placeholder and named value filled, are all executed. */
class SnapshotPoliciesTest {
    private static final String GATEWAY = "Microsoft.ApiManagement/service";

    @ParameterizedTest
    @ValueSource(strings = {"main", "main-validate-jwt", "gateway-identity", "gateway-identity-validate-jwt"})
    void compile(String name) throws IOException {
        JsonNode snapshot = new ObjectMapper()
                .readTree(Path.of("infra", name + ".snapshot.json").toFile());
        PolicyCompiler compiler = compiler(snapshot);

        Pipeline global = compiler.compile(
                policies(snapshot, "").findFirst().orElseThrow(), DocumentScope.GLOBAL, Optional.empty());
        Pipeline api = compiler.compile(
                policies(snapshot, "/apis").findFirst().orElseThrow(), DocumentScope.API, Optional.of(global));

        assertThat(policies(snapshot, "/apis/operations")
                        .map(operation -> compiler.compile(operation, DocumentScope.OPERATION, Optional.of(api))))
                .hasSameSizeAs(SampleContract.read().operations().stream()
                        .filter(operation -> !operation.isPublic())
                        .toList());
    }

    private static Stream<PolicySource> policies(JsonNode snapshot, String scope) {
        return all(snapshot, scope + "/policies")
                .map(policy -> new PolicySource(
                        policy.path("name").asText(),
                        policy.path("properties").path("value").asText()));
    }

    private static PolicyCompiler compiler(JsonNode snapshot) {
        Map<String, String> values = new HashMap<>();
        all(snapshot, "/namedValues").map(each -> each.path("properties")).forEach(value -> {
            String text = value.path("value").asText();
            values.put(value.path("displayName").asText(), text.startsWith("[") ? TestTenant.ID : text);
        });
        Map<String, Backend> backends = new HashMap<>();
        all(snapshot, "/backends")
                .map(each -> each.path("name").asText().replaceFirst(".*/", ""))
                .forEach(id -> backends.put(id, new Backend(URI.create("https://localhost"), Map.of())));
        MovableClock clock = new MovableClock(TestTenant.NOW);
        PolicyServices surroundings = new PolicyServices(clock, TestTenant.tokens(clock), (request, to) -> {
            throw new IOException("nothing is called");
        });
        return new PolicyCompiler(new dev.gatehouse.chain.gateway.policy.PolicyEnvironment(
                sku(snapshot), new NamedValues(values), backends, surroundings.withIdentities((resource, client) -> {
                    throw new IOException("no token is needed");
                })));
    }

    private static Sku sku(JsonNode snapshot) {
        String title = all(snapshot, "")
                .map(service -> service.path("sku").path("name").asText())
                .findFirst()
                .orElseThrow();
        return Arrays.stream(Sku.values())
                .filter(sku -> sku.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> all(JsonNode snapshot, String type) {
        return snapshot.path("predictedResources")
                .valueStream()
                .filter(resource -> resource.path("type").asText().equals(GATEWAY + type));
    }
}
