package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the expressions of one template may name: its parameters, its variables, and its own functions. */
final class TemplateScope {
    private static final String PARAMETERS = "parameters";
    private static final String VARIABLES = "variables";

    private final JsonNode template;
    private final Optional<JsonNode> given;
    private final Map<String, JsonNode> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, JsonNode> variables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Evaluation evaluation;

    /**
     * @param given the values of its parameters, evaluated, as in {@code {"name": {"value": 1}}}; empty for the outermost,
     *     whose parameters are given when it is deployed and may differ from their defaults
     * @param pure evaluates what depends on nothing in the template
     */
    TemplateScope(JsonNode template, Optional<JsonNode> given, Evaluation pure) {
        this.template = template;
        this.given = given;
        Evaluation own = pure.with(PARAMETERS, this::parameter).with(VARIABLES, this::variable);
        for (JsonNode namespace : template.path("functions")) {
            own = withFunctions(own, namespace);
        }
        this.evaluation = own;
    }

    Evaluation evaluation() {
        return evaluation;
    }

    private Evaluation withFunctions(Evaluation outer, JsonNode namespace) {
        Evaluation all = outer;
        for (Map.Entry<String, JsonNode> member : namespace.path("members").properties()) {
            all = all.with(
                    namespace.path("namespace").asText() + "." + member.getKey(),
                    arguments -> called(member.getValue(), arguments));
        }
        return all;
    }

    /** A function of the template's sees its own parameters and the template's other functions. */
    private JsonNode called(JsonNode function, List<JsonNode> arguments) {
        Map<String, JsonNode> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (JsonNode parameter : function.path(PARAMETERS)) {
            values.put(parameter.path("name").asText(), FunctionArguments.argument(arguments, values.size()));
        }
        return evaluation
                .with(PARAMETERS, asked -> Optional.ofNullable(values.get(name(asked)))
                        .orElseThrow(
                                () -> new ExpressionFault("asks for '" + name(asked) + "', which is not a parameter")))
                .of(function.path("output").path("value"));
    }

    private JsonNode parameter(List<JsonNode> arguments) {
        String name = name(arguments);
        JsonNode known = parameters.get(name);
        if (known != null) {
            return known;
        }
        parameters.put(name, unknown(PARAMETERS, name)); // one that names itself ends here
        JsonNode value = given.isEmpty() ? unknown(PARAMETERS, name) : parameter(name, given.get());
        parameters.put(name, limited(value, unknown(PARAMETERS, name)));
        return parameters.get(name);
    }

    private JsonNode parameter(String name, JsonNode values) {
        JsonNode value = property(values, name);
        if (PartialText.isUnknown(value)) {
            return value;
        }
        if (!value.isMissingNode()) {
            return value.has("value") ? value.get("value") : unknown(PARAMETERS, name); // a secret of a key vault
        }
        JsonNode declared = property(template.path(PARAMETERS), name);
        if (declared.has("defaultValue")) {
            return evaluation.of(declared.get("defaultValue"));
        }
        return declared.path("nullable").asBoolean() ? NullNode.getInstance() : unknown(PARAMETERS, name);
    }

    private JsonNode variable(List<JsonNode> arguments) {
        String name = name(arguments);
        JsonNode known = variables.get(name);
        if (known != null) {
            return known;
        }
        variables.put(name, unknown(VARIABLES, name)); // one that names itself ends here
        variables.put(name, limited(variable(name), unknown(VARIABLES, name)));
        return variables.get(name);
    }

    private JsonNode variable(String name) {
        JsonNode all = template.path(VARIABLES);
        for (JsonNode loop : all.path("copy")) {
            if (loop.path("name").asText().equalsIgnoreCase(name)) {
                return Loop.ofProperty(loop, evaluation).list(loop.path("input"));
            }
        }
        JsonNode written = property(all, name);
        return written.isMissingNode() ? unknown(VARIABLES, name) : evaluation.of(written);
    }

    /** The value, unless it is larger than any that can be deployed. */
    private JsonNode limited(JsonNode value, JsonNode otherwise) {
        try {
            evaluation.limits().spend(List.of(value));
            return value;
        } catch (ExpressionFault tooLarge) {
            return otherwise;
        }
    }

    private static JsonNode property(JsonNode object, String name) {
        return ObjectFunctions.property(object, name).orElse(MissingNode.getInstance());
    }

    private static JsonNode unknown(String function, String name) {
        return PartialText.unknown(function + "('" + name + "')").node();
    }

    private static String name(List<JsonNode> arguments) {
        return FunctionArguments.knownText(arguments, 0);
    }
}
