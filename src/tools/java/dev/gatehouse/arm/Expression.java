package dev.gatehouse.arm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** An expression as it is written. */
sealed interface Expression {

    /** A text or a number. */
    record Literal(JsonNode value) implements Expression {}

    /** @param function as written: names are compared without regard to case */
    record Call(String function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code of.name} */
    record Member(Expression of, String name) implements Expression {}

    /** {@code of[index]} */
    record Element(Expression of, Expression index) implements Expression {}
}
