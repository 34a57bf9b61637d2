package dev.gatehouse.arm;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands between the brackets. */
final class ExpressionParser {
    private static final int DEEPEST = 50;

    private final Lexemes lexemes;
    private int depth;

    ExpressionParser(String text) {
        this.lexemes = new Lexemes(text);
    }

    Expression whole() {
        Expression expression = expression();
        lexemes.end();
        return expression;
    }

    private Expression expression() {
        int outer = depth;
        int start = lexemes.at();
        deeper();
        Expression expression = primary(start);
        while (lexemes.sees(".") || lexemes.sees("[")) {
            deeper();
            expression = lexemes.sees(".") ? member(expression, start) : element(expression, start);
        }
        depth = outer;
        return expression;
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw new ExpressionFault("is nested more than " + DEEPEST + " deep");
        }
    }

    private Expression primary(int start) {
        Optional<String> text = lexemes.text();
        if (text.isPresent()) {
            return new Expression.Literal(TextNode.valueOf(text.get()), lexemes.from(start));
        }
        Optional<Long> number = lexemes.number();
        if (number.isPresent()) {
            return new Expression.Literal(LogicFunctions.of(number.get()), lexemes.from(start));
        }
        String function = lexemes.name("a text, a number or a function");
        if (lexemes.sees(".")) {
            lexemes.take(".");
            function += "." + lexemes.name("a function of that namespace");
        }
        return new Expression.Call(function, arguments(), lexemes.from(start));
    }

    private List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        lexemes.take("(");
        while (!lexemes.sees(")")) {
            if (!arguments.isEmpty()) {
                lexemes.take(",");
            }
            arguments.add(expression());
        }
        lexemes.take(")");
        return arguments;
    }

    private Expression member(Expression of, int start) {
        lexemes.take(".");
        return new Expression.Member(of, lexemes.name("a property's name"), lexemes.from(start));
    }

    private Expression element(Expression of, int start) {
        lexemes.take("[");
        Expression index = expression();
        lexemes.take("]");
        return new Expression.Element(of, index, lexemes.from(start));
    }
}
