package dev.gatehouse.local.gateway.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Literals, {@code context}, casts, parentheses, and what is read from them with dots and brackets. */
final class Operands {
    private static final Map<String, Type> CASTS =
            Map.of("Jwt", Type.JWT, "string", Type.STRING, "int", Type.INT, "bool", Type.BOOL);

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
        Expression chain = primary();
        boolean conditional = false;
        while (true) {
            if (words.accept("?.")) {
                if (!chain.type().mayBeNull()) {
                    throw words.refused("a " + chain.type().title() + " has no place before ?.");
                }
                conditional = true;
                chain = named(chain, true);
            } else if (words.accept(".")) {
                chain = named(chain, false);
            } else if (words.accept("[")) {
                chain = member(chain, Member.INDEXER, List.of(closedBy("]")), false);
            } else {
                return conditional ? ended(chain) : chain;
            }
        }
    }

    /** The value of a chain with a {@code ?.} in it. */
    private Expression ended(Expression chain) {
        Type type = chain.type()
                .orNull()
                .orElseThrow(() -> words.refused("a " + chain.type().title() + " is not executed after ?."));
        return Expression.of(
                type,
                context -> {
                    Object value = chain.evaluation().in(context);
                    return value == Absent.VALUE ? null : value;
                },
                chain);
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
                    name.column(),
                    "a cast to " + name.shown() + " is not executed, only (Jwt), (string), (int) and (bool) are");
        }
        words.down();
        Expression operand = next();
        words.up();
        if (operand.type() != Type.OBJECT && operand.type() != type) {
            throw words.refused("a " + operand.type().title() + " cannot be cast to " + type.title());
        }
        return Expression.of(type, context -> held(type, operand.evaluation().in(context)), operand);
    }

    /** A null stays one, but for a value type. */
    private static @Nullable Object held(Type type, @Nullable Object value) {
        if (value == null ? !type.mayBeNull() : !type.isHeldBy(value)) {
            throw new ExpressionFailed("the value is no " + type.title());
        }
        return value;
    }

    private Expression primary() {
        Lexeme word = words.take();
        return switch (word.kind()) {
            case STRING -> Expression.literal(Type.STRING, word.text());
            case CHARACTER -> Expression.literal(Type.CHAR, word.text().charAt(0));
            case NUMBER -> Literals.number("", word);
            case NAME -> Literals.keyword(word);
            case SYMBOL -> {
                if (word.is("-") && words.peek().kind() == Lexeme.Kind.NUMBER) {
                    yield Literals.number("-", words.take());
                }
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

    private Expression named(Expression owner, boolean conditional) {
        Lexeme name = words.take();
        if (name.kind() != Lexeme.Kind.NAME) {
            throw new ExpressionRefused(name.column(), "a member's name is expected after the dot");
        }
        String called = name.text() + typeArgument();
        return words.accept("(")
                ? member(owner, called + "()", arguments(), conditional)
                : member(owner, called, List.of(), conditional);
    }

    /** Such as {@code <string>}; as in C#, a {@code <} that no {@code >(} ends is a comparison. */
    private String typeArgument() {
        boolean generic = words.peek().is("<")
                && words.peek(1).kind() == Lexeme.Kind.NAME
                && words.peek(2).is(">")
                && words.peek(3).is("(");
        return generic
                ? words.take().text() + words.take().text() + words.take().text()
                : "";
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

    private Expression member(Expression owner, String name, List<Expression> arguments, boolean conditional) {
        List<Type> types = arguments.stream().map(Expression::type).toList();
        Member member = Members.find(owner.type(), name, types)
                .orElseThrow(() -> words.refused(Members.unknown(owner.type(), name, types)));
        return member.of(owner, arguments, conditional);
    }
}
