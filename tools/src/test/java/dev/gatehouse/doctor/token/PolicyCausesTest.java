package dev.gatehouse.doctor.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chain.gateway.policy.PolicySource;
import dev.gatehouse.chain.trace.Layer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A token, judged by policies of other deployments. */
class PolicyCausesTest {
    private static final GivenExports GIVEN = GivenExports.ofTable();

    static Stream<Arguments> policies() {
        return StreamSupport.stream(GivenExports.table("policy-cases.json").spliterator(), false)
                .map(row -> arguments(row.path("name").asText(), row));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("policies")
    void judgesTheTokenByThePolicy(String name, JsonNode row) {
        Map<String, String> values = new HashMap<>();
        row.path("values")
                .properties()
                .forEach(value -> values.put(value.getKey(), value.getValue().asText()));
        LayerConfiguration setup = GIVEN.ofPolicies()
                .withPolicies(
                        List.of(new PolicySource(
                                "policy.xml", row.path("policy").asText())),
                        values);
        Diagnosis diagnosis = Examined.offline(setup, GivenExports.CLOCK)
                .of((PastedInput.OneToken) PastedInput.read(GIVEN.token(row)), Optional.empty());

        String expected = row.path("cause").asText();
        if (expected.isEmpty()) {
            assertThat(diagnosis.cause()).isEmpty();
            assertThat(diagnosis.layer(Layer.GATEWAY).admitted()).isEmpty(); // offline, the signature is undecided
        } else {
            TokenCause cause = diagnosis.cause().orElseThrow();
            assertThat(cause.id()).matches(expected);
            assertThat(cause.says() + " " + cause.fix())
                    .containsPattern(Pattern.compile(row.path("right").asText()));
        }
        assertThat(diagnosis.admitted()).isNotEqualTo(Optional.of(true)); // Easy Auth and the guard were not given
    }
}
