package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the text between the brackets. */
final class TemplateExpressionParser {
    private static final int DEEPEST = 50;

    private final TemplateLexer lexemes;
    private int depth;

    TemplateExpressionParser(String text) {
        this.lexemes = new TemplateLexer(text);
    }

    TemplateExpression whole() {
        TemplateExpression expression = expression();
        lexemes.end();
        return expression;
    }

    private TemplateExpression expression() {
        int outer = depth;
        int start = lexemes.at();
        deeper();
        TemplateExpression expression = primary(start);
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

    private TemplateExpression primary(int start) {
        Optional<String> text = lexemes.text();
        if (text.isPresent()) {
            return new TemplateExpression.Literal(TextNode.valueOf(text.get()), lexemes.from(start));
        }
        Optional<Long> number = lexemes.number();
        if (number.isPresent()) {
            return new TemplateExpression.Literal(LogicFunctions.of(number.get()), lexemes.from(start));
        }
        String function = lexemes.name("a text, a number or a function");
        if (lexemes.sees(".")) {
            lexemes.take(".");
            function += "." + lexemes.name("a function of that namespace");
        }
        return new TemplateExpression.Call(function, arguments(), lexemes.from(start));
    }

    private List<TemplateExpression> arguments() {
        List<TemplateExpression> arguments = new ArrayList<>();
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

    private TemplateExpression member(TemplateExpression of, int start) {
        lexemes.take(".");
        return new TemplateExpression.MemberAccess(of, lexemes.name("a property's name"), lexemes.from(start));
    }

    private TemplateExpression element(TemplateExpression of, int start) {
        lexemes.take("[");
        TemplateExpression index = expression();
        lexemes.take("]");
        return new TemplateExpression.Element(of, index, lexemes.from(start));
    }
}
