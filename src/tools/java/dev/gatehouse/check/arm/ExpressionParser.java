package dev.gatehouse.check.arm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses the text between the brackets of an ARM template expression. */
final class ExpressionParser {
    private static final int DEEPEST = 60;

    private final String text;
    private int at;
    private int depth;

    private ExpressionParser(String text) {
        this.text = text;
    }

    /** Empty for what is no expression of the template language. */
    static Optional<Node> parse(String text) {
        try {
            ExpressionParser parser = new ExpressionParser(text);
            Node node = parser.node();
            parser.blanks();
            return parser.at == text.length() ? Optional.of(node) : Optional.empty();
        } catch (NotUnderstood broken) {
            return Optional.empty();
        }
    }

    private static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Node node() {
        if (++depth > DEEPEST) {
            throw new NotUnderstood();
        }
        blanks();
        int start = at;
        Node node = here() == '\'' ? literal() : Character.isDigit(here()) || here() == '-' ? number() : call();
        while (here() == '.' || here() == '[') {
            node = member(node, start);
        }
        depth--;
        return node;
    }

    private Node member(Node of, int start) {
        if (here() == '.') {
            at++;
            int name = at;
            word();
            String value = text.substring(name, at);
            return new Node.Member(of, new Node.Literal(value, value), text.substring(start, at));
        }
        at++;
        Node name = node();
        expect(']');
        return new Node.Member(of, name, text.substring(start, at));
    }

    private Node literal() {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (true) {
            char next = here();
            at++;
            if (next == 0) {
                throw new NotUnderstood();
            }
            if (next == '\'') {
                if (here() != '\'') {
                    return new Node.Literal(value.toString(), text.substring(start, at));
                }
                at++;
            }
            value.append(next);
        }
    }

    private Node number() {
        int start = at++;
        while (Character.isDigit(here())) {
            at++;
        }
        String digits = text.substring(start, at);
        if (!digits.matches("-?\\d{1,18}")) {
            throw new NotUnderstood();
        }
        return new Node.Number(Long.parseLong(digits), digits);
    }

    private Node call() {
        int start = at;
        word();
        String function = text.substring(start, at);
        expect('(');
        List<Node> arguments = new ArrayList<>();
        blanks();
        while (here() != ')') {
            arguments.add(node());
            blanks();
            if (here() != ')') {
                expect(',');
            }
        }
        expect(')');
        return new Node.Call(function, arguments, text.substring(start, at));
    }

    private void word() {
        int start = at;
        while (Character.isLetterOrDigit(here()) || here() == '_' || here() == '$' || here() == '#') {
            at++;
        }
        if (at == start) {
            throw new NotUnderstood();
        }
    }

    private void expect(char character) {
        blanks();
        if (here() != character) {
            throw new NotUnderstood();
        }
        at++;
    }

    private void blanks() {
        while (Character.isWhitespace(here())) {
            at++;
        }
    }

    private char here() {
        return at < text.length() ? text.charAt(at) : 0;
    }
}
