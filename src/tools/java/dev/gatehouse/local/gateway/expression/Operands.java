package dev.gatehouse.local.gateway.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Literals, {@code context}, casts, parentheses, and what is read from them with dots and brackets. */
final class Operands {
    private static final Map<String, Type> CASTS = Map.of("Jwt", Type.JWT, "string", Type.STRING);

    private final Words words;
    private final Supplier<Expression> inner;

    Operands(Words words, Supplier<Expression> inner) {
        this.words = words;
        this.inner = inner;
    }

    Expression next() {
        if (isCast()) {
            return cast();
        }
        Expression operand = primary();
        while (true) {
            if (words.accept(".")) {
                operand = named(operand);
            } else if (words.accept("[")) {
                operand = member(operand, Member.INDEXER, List.of(closedBy("]")));
            } else {
                return operand;
            }
        }
    }

    private boolean isCast() {
        Lexeme name = words.peek(1);
        return words.peek().is("(")
                && words.peek(2).is(")")
                && name.kind() == Lexeme.Kind.NAME
                && !Literals.isKeyword(name.text());
    }

    private Expression cast() {
        words.take();
        Lexeme name = words.take();
        words.take();
        Type type = CASTS.get(name.text());
        if (type == null) {
            throw new ExpressionRefused(
                    name.column(), "a cast to " + name.shown() + " is not executed, only (Jwt) and (string) are");
        }
        words.down();
        Expression operand = next();
        words.up();
        if (operand.type() != Type.OBJECT && operand.type() != type) {
            throw words.refused("a " + operand.type().title() + " cannot be cast to " + type.title());
        }
        return new Expression(type, context -> held(type, operand.some(context)));
    }

    private static Object held(Type type, Object value) {
        if (!type.isHeldBy(value)) {
            throw new ExpressionFailed("the value is no " + type.title());
        }
        return value;
    }

    private Expression primary() {
        Lexeme word = words.take();
        return switch (word.kind()) {
            case STRING -> Expression.literal(Type.STRING, word.text());
            case NUMBER -> Literals.number(word);
            case NAME -> Literals.keyword(word);
            case SYMBOL -> {
                if (!word.is("(")) {
                    throw new ExpressionRefused(word.column(), word.shown() + " is not expected here");
                }
                yield closedBy(")");
            }
            case END -> throw new ExpressionRefused(word.column(), "ends too early");
        };
    }

    private Expression closedBy(String symbol) {
        Expression expression = inner.get();
        words.expect(symbol);
        return expression;
    }

    private Expression named(Expression owner) {
        Lexeme name = words.take();
        if (name.kind() != Lexeme.Kind.NAME) {
            throw new ExpressionRefused(name.column(), "a member's name is expected after the dot");
        }
        return words.accept("(")
                ? member(owner, name.text() + "()", arguments())
                : member(owner, name.text(), List.of());
    }

    private List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        while (!words.accept(")")) {
            if (!arguments.isEmpty()) {
                words.expect(",");
            }
            arguments.add(inner.get());
        }
        return arguments;
    }

    private Expression member(Expression owner, String name, List<Expression> arguments) {
        List<Type> types = arguments.stream().map(Expression::type).toList();
        Member member = Members.find(owner.type(), name, types)
                .orElseThrow(() -> words.refused(Members.unknown(owner.type(), name, types)));
        return member.of(owner, arguments);
    }
}
