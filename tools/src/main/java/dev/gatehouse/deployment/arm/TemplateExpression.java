package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** An expression as it is written. */
sealed interface TemplateExpression {

    /** Its text. */
    String source();

    /** Whether a function is called in it. */
    default boolean calls(String function) {
        return false;
    }

    /** A text or a number. */
    record Literal(JsonNode value, String source) implements TemplateExpression {}

    /** @param function as written: names are compared without regard to case */
    record Call(String function, List<TemplateExpression> arguments, String source) implements TemplateExpression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public boolean calls(String other) {
            return function.equalsIgnoreCase(other) || arguments.stream().anyMatch(each -> each.calls(other));
        }
    }

    /** {@code of.name} */
    record MemberAccess(TemplateExpression of, String name, String source) implements TemplateExpression {
        @Override
        public boolean calls(String function) {
            return of.calls(function);
        }
    }

    /** {@code of[index]} */
    record Element(TemplateExpression of, TemplateExpression index, String source) implements TemplateExpression {
        @Override
        public boolean calls(String function) {
            return of.calls(function) || index.calls(function);
        }
    }
}
