package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Evaluates JSON of a template: its texts, the names of its properties, and the properties that loops make. */
record EvaluatedJson(Evaluation evaluation) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String COPY = "copy";

    JsonNode of(JsonNode node) {
        if (node.isTextual()) {
            return text(new TemplateText(node.textValue()));
        }
        return node.isContainerNode() ? container(node) : node;
    }

    private JsonNode text(TemplateText text) {
        JsonNode value = evaluation.value(text);
        return text.isExpression() && value.isTextual() && !new PartialText(value.textValue()).isKnown()
                ? new UndecidedNode(value.textValue(), text, () -> evaluation.fault(text))
                : value;
    }

    private JsonNode container(JsonNode node) {
        try {
            evaluation.limits().enter();
        } catch (ExpressionFault tooDeep) {
            return PartialText.unknown("what " + tooDeep.getMessage()).node();
        }
        try {
            return node.isArray() ? array(node) : object(node);
        } finally {
            evaluation.limits().leave();
        }
    }

    private JsonNode array(JsonNode node) {
        ArrayNode copy = JSON.arrayNode();
        for (JsonNode element : node) {
            copy.add(of(element));
        }
        return copy;
    }

    private JsonNode object(JsonNode node) {
        ObjectNode copy = JSON.objectNode();
        node.properties().forEach(property -> {
            if (property.getKey().equals(COPY) && property.getValue().isArray()) {
                property.getValue().forEach(loop -> copy.set(loop.path("name").asText(), looped(loop)));
            } else {
                copy.set(name(property.getKey()), of(property.getValue()));
            }
        });
        return copy;
    }

    private String name(String written) {
        TemplateText text = new TemplateText(written);
        return text.isExpression() ? evaluation.value(text).asText() : written;
    }

    private JsonNode looped(JsonNode loop) {
        return Loop.ofProperty(loop, evaluation).list(loop.path("input"));
    }
}
