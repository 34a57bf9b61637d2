package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One template, the outermost or a nested one, in its scope. */
final class PredictedTemplate {
    private final JsonNode template;
    private final String path;
    private final Evaluation evaluation;
    private final NestedDeployments nested;
    private final ObjectNode outputs = JsonNodeFactory.instance.objectNode();
    private boolean hasOutputs;

    /** @param path the symbolic names of the deployments that it is nested in, which distinguish it from others in messages */
    PredictedTemplate(JsonNode template, String path, Evaluation scope) {
        this.template = template;
        this.path = path;
        this.nested = new NestedDeployments(this);
        this.evaluation = scope.with("reference", nested::reference).with("references", nested::references);
    }

    static PredictedTemplate outermost(JsonNode template) {
        return new PredictedTemplate(
                template,
                "",
                new TemplateScope(template, Optional.empty(), Evaluation.beforeDeployment()).evaluation());
    }

    Evaluation evaluation() {
        return evaluation;
    }

    NestedDeployments nested() {
        return nested;
    }

    String path() {
        return path;
    }

    /** Its resources, by their symbolic names where it has these. */
    List<WrittenResource> written() {
        List<WrittenResource> all = new ArrayList<>();
        JsonNode resources = template.path("resources");
        if (resources.isArray()) {
            resources.forEach(each -> all.add(new WrittenResource("", each)));
        } else {
            resources.properties().forEach(each -> all.add(new WrittenResource(each.getKey(), each.getValue())));
        }
        return all;
    }

    /** The values of its outputs by their names, evaluated when they are asked for first. */
    ObjectNode outputs() {
        if (!hasOutputs) {
            hasOutputs = true; // outputs that name themselves end here
            template.path("outputs")
                    .properties()
                    .forEach(output -> outputs.set(output.getKey(), output(output.getValue())));
        }
        return outputs;
    }

    /** Whether an output is a secret, which is not kept in the history of deployments. */
    boolean isSecure(String output) {
        return isSecure(template.path("outputs").path(output));
    }

    /** Whether a parameter or an output is declared as a secret. */
    static boolean isSecure(JsonNode declared) {
        return declared.path("type").asText().toLowerCase(Locale.ROOT).startsWith("secure");
    }

    private JsonNode output(JsonNode written) {
        return written.has("copy")
                ? Loop.of(written.get("copy"), evaluation)
                        .list(written.path("copy").path("input"))
                : evaluation.of(written.path("value"));
    }
}
