package dev.gatehouse.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.deployment.arm.Evaluation;
import dev.gatehouse.deployment.arm.ExpressionFault;
import dev.gatehouse.deployment.arm.TemplateText;

/**
 * Where a value stands, and what its expressions are evaluated over.
 *
 * @param shown resource and path, as messages name them
 */
record ValueLocation(String shown, Evaluation evaluation) {

    /** The resource itself. */
    static ValueLocation of(SnapshotResource resource, Evaluation evaluation) {
        return new ValueLocation(resource.shown() + ", ", evaluation);
    }

    ValueLocation property(String name) {
        return new ValueLocation(shown.endsWith(" ") ? shown + name : shown + "." + name, evaluation);
    }

    ValueLocation element(int index) {
        return new ValueLocation(shown + "[" + index + "]", evaluation);
    }

    /** @param raw what stands there; a text may be an expression */
    EvaluatedValue member(JsonNode raw) {
        try {
            return new EvaluatedValue(
                    this, raw instanceof TextNode text ? evaluation.value(new TemplateText(text.asText())) : raw);
        } catch (ExpressionFault unknown) {
            throw fault(raw.asText() + " " + unknown.getMessage());
        }
    }

    DeploymentFault fault(String why) {
        return new DeploymentFault(shown + ": " + why);
    }
}
