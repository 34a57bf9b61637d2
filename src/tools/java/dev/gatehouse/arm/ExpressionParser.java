package dev.gatehouse.arm;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands between the brackets. */
final class ExpressionParser {
    private static final Pattern LEXEME =
            Pattern.compile("\\s*(?:'((?:[^']|'')*)'|(-?[0-9]{1,9})|([A-Za-z_][A-Za-z0-9_]*)|([.,()\\[\\]]))\\s*");
    private static final int DEEPEST = 50;

    private final String text;
    private final Matcher lexeme;
    private int next;
    private int depth;

    ExpressionParser(String text) {
        this.text = text;
        this.lexeme = LEXEME.matcher(text);
    }

    Expression whole() {
        Expression expression = expression();
        if (next < text.length()) {
            throw malformed("the end");
        }
        return expression;
    }

    private Expression expression() {
        int outer = depth;
        deeper();
        Expression expression = primary();
        while (sees(".") || sees("[")) {
            deeper();
            expression = sees(".") ? member(expression) : element(expression);
        }
        depth = outer;
        return expression;
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw new ExpressionFault("is nested more than " + DEEPEST + " deep");
        }
    }

    private Expression primary() {
        advance("a text, a number or a function");
        if (lexeme.group(1) != null) {
            return new Expression.Literal(TextNode.valueOf(lexeme.group(1).replace("''", "'")));
        }
        if (lexeme.group(2) != null) {
            return new Expression.Literal(IntNode.valueOf(Integer.parseInt(lexeme.group(2))));
        }
        if (lexeme.group(3) != null) {
            return new Expression.Call(lexeme.group(3), arguments());
        }
        next = lexeme.start();
        throw malformed("a text, a number or a function");
    }

    private List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        take("(");
        while (!sees(")")) {
            if (!arguments.isEmpty()) {
                take(",");
            }
            arguments.add(expression());
        }
        take(")");
        return arguments;
    }

    private Expression member(Expression of) {
        take(".");
        advance("a property's name");
        if (lexeme.group(3) == null) {
            throw malformed("a property's name");
        }
        return new Expression.Member(of, lexeme.group(3));
    }

    private Expression element(Expression of) {
        take("[");
        Expression index = expression();
        take("]");
        return new Expression.Element(of, index);
    }

    private boolean sees(String punctuation) {
        return lexeme.region(next, text.length()).lookingAt() && punctuation.equals(lexeme.group(4));
    }

    private void take(String punctuation) {
        if (!sees(punctuation)) {
            throw malformed("'" + punctuation + "'");
        }
        next = lexeme.end();
    }

    private void advance(String expected) {
        if (!lexeme.region(next, text.length()).lookingAt()) {
            throw malformed(expected);
        }
        next = lexeme.end();
    }

    private ExpressionFault malformed(String expected) {
        return new ExpressionFault("is malformed: after " + next + " characters " + expected + " is missing");
    }
}
