package dev.gatehouse.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.deployment.arm.PartialText;
import dev.gatehouse.deployment.arm.Prediction;
import dev.gatehouse.deployment.arm.Prediction.PredictedResource;
import dev.gatehouse.deployment.arm.TemplateText;
import dev.gatehouse.fixtures.RealBicep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiled template is evaluated to what Bicep itself says of it: every resource, every value. */
class RealTemplateTest {
    /** The one has the order of deployment and what exists already, the other what follows from both. */
    private static final Set<String> OF_ONE_ALONE =
            Set.of("id", "name", "identifiers", "dependsOn", "scope", "import", "extension", "condition");

    @ParameterizedTest
    @MethodSource("dev.gatehouse.fixtures.Snapshots#names")
    void predictsEveryResourceOfTheSnapshot(String name) throws IOException {
        List<JsonNode> predicted = Prediction.of(RealBicep.templateOf(name)).resources().stream()
                .map(PredictedResource::body)
                .collect(Collectors.toCollection(ArrayList::new));
        for (JsonNode resource : RealBicep.snapshot(name).content().path("predictedResources")) {
            JsonNode nearest = predicted.stream()
                    .filter(each -> each.path("type").equals(resource.path("type")))
                    .min(Comparator.comparing(
                            each -> differences("", each, resource).size()))
                    .orElseThrow(() -> new AssertionError("nothing is predicted like " + resource));
            assertThat(differences("", nearest, resource))
                    .as(resource.path("name").asText())
                    .isEmpty();
            predicted.remove(nearest);
        }
        assertThat(predicted).isEmpty();
    }

    /** Where the prediction is known, the snapshot has the same; where it is not, anything. */
    private static List<String> differences(String path, JsonNode predicted, JsonNode real) {
        if (predicted.isTextual() && !new PartialText(predicted.textValue()).isKnown()) {
            return isLike(predicted.textValue(), real) ? List.of() : List.of(path + ": " + predicted + ", not " + real);
        }
        if (predicted.isArray() && predicted.size() == real.size()) {
            return IntStream.range(0, real.size())
                    .mapToObj(i -> differences(path + "[" + i + "]", predicted.get(i), real.get(i)))
                    .flatMap(List::stream)
                    .toList();
        }
        if (predicted.isObject() && real.isObject()) {
            return objects(path, predicted, real);
        }
        return predicted.equals(real) ? List.of() : List.of(path + ": " + predicted + ", not " + real);
    }

    private static List<String> objects(String path, JsonNode predicted, JsonNode real) {
        Map<String, JsonNode> left = members(path, real);
        List<String> differences = new ArrayList<>();
        members(path, predicted).forEach((key, value) -> {
            String same = left.keySet().stream()
                    .filter(each -> isLike(key, each))
                    .findFirst()
                    .orElse("");
            if (same.isEmpty() ? !value.isNull() : true) {
                differences.addAll(
                        same.isEmpty()
                                ? List.of(path + "." + key + ": is not in the snapshot")
                                : differences(path + "." + key, value, left.remove(same)));
            }
        });
        return Stream.concat(
                        differences.stream(),
                        left.entrySet().stream()
                                .filter(each -> !each.getValue().isNull())
                                .map(each -> path + "." + each.getKey() + ": is not predicted"))
                .toList();
    }

    private static Map<String, JsonNode> members(String path, JsonNode object) {
        return object.properties().stream()
                .filter(each -> !path.isEmpty() || !OF_ONE_ALONE.contains(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isLike(String marked, JsonNode real) {
        boolean isExpression = new TemplateText(real.asText()).isExpression();
        return new PartialText(marked).with("").isEmpty() || isExpression || isLike(marked, real.asText());
    }

    private static boolean isLike(String marked, String real) {
        String rest = new PartialText(marked).with("\0");
        return real.matches("(?s)" + Pattern.quote(rest).replace("\0", "\\E.*\\Q"));
    }
}
