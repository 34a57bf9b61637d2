package dev.gatehouse.local.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.arm.Evaluation;
import dev.gatehouse.arm.ExpressionFault;
import dev.gatehouse.arm.TemplateText;

/**
 * Where a value stands, and what its expressions are evaluated over.
 *
 * @param shown resource and path, as messages name them
 */
record Place(String shown, Evaluation evaluation) {

    /** The resource itself. */
    static Place of(Resource resource, Evaluation evaluation) {
        return new Place(resource.shown() + ", ", evaluation);
    }

    Place property(String name) {
        return new Place(shown.endsWith(" ") ? shown + name : shown + "." + name, evaluation);
    }

    Place element(int index) {
        return new Place(shown + "[" + index + "]", evaluation);
    }

    /** @param raw what stands there; a text may be an expression */
    Member member(JsonNode raw) {
        try {
            return new Member(
                    this, raw instanceof TextNode text ? evaluation.value(new TemplateText(text.asText())) : raw);
        } catch (ExpressionFault unknown) {
            throw fault(raw.asText() + " " + unknown.getMessage());
        }
    }

    DeploymentFault fault(String why) {
        return new DeploymentFault(shown + ": " + why);
    }
}
