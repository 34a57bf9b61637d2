package dev.gatehouse.check.arm;

import java.util.List;

/** A parsed expression; {@code source} is its text. */
sealed interface Node {
    String source();

    record Literal(String value, String source) implements Node {}

    record Number(long value, String source) implements Node {}

    record Call(String function, List<Node> arguments, String source) implements Node {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** A property or an element of another's value. */
    record Member(Node of, Node name, String source) implements Node {}
}
