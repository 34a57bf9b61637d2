package dev.gatehouse.arm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** An expression as it is written. */
sealed interface Expression {

    /** Its text. */
    String source();

    /** Whether a function is called in it. */
    default boolean calls(String function) {
        return false;
    }

    /** A text or a number. */
    record Literal(JsonNode value, String source) implements Expression {}

    /** @param function as written: names are compared without regard to case */
    record Call(String function, List<Expression> arguments, String source) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public boolean calls(String other) {
            return function.equalsIgnoreCase(other) || arguments.stream().anyMatch(each -> each.calls(other));
        }
    }

    /** {@code of.name} */
    record Member(Expression of, String name, String source) implements Expression {
        @Override
        public boolean calls(String function) {
            return of.calls(function);
        }
    }

    /** {@code of[index]} */
    record Element(Expression of, Expression index, String source) implements Expression {
        @Override
        public boolean calls(String function) {
            return of.calls(function) || index.calls(function);
        }
    }
}
