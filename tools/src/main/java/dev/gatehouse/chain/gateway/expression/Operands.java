package dev.gatehouse.chain.gateway.expression;

import dev.gatehouse.chain.gateway.expression.Member.NullPropagation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads literals, {@code context}, parentheses, and the dots and brackets after them. */
final class Operands {
    private final TokenStream words;
    private final Supplier<PolicyExpression> inner;
    private final Casts casts;

    Operands(TokenStream words, Supplier<PolicyExpression> inner) {
        this.words = words;
        this.inner = inner;
        this.casts = new Casts(words);
    }

    PolicyExpression next() {
        if (casts.isNext()) {
            return casts.next(this::next);
        }
        PolicyExpression chain = primary();
        boolean conditional = false;
        while (true) {
            if (words.accept("?.")) {
                if (!chain.type().mayBeNull()) {
                    throw words.refused("a " + chain.type().title() + " is not supported before ?.");
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

    /** The value of a chain that contains a {@code ?.}. */
    private PolicyExpression ended(PolicyExpression chain) {
        ExpressionType type = chain.type()
                .orNull()
                .orElseThrow(() -> words.refused("a " + chain.type().title() + " is not supported after ?."));
        return PolicyExpression.of(
                type,
                context -> {
                    Object value = chain.evaluation().in(context);
                    return value == NullPropagation.VALUE ? null : value;
                },
                chain);
    }

    private PolicyExpression primary() {
        Lexeme word = words.take();
        return switch (word.kind()) {
            case STRING -> PolicyExpression.literal(ExpressionType.STRING, word.text());
            case CHARACTER ->
                PolicyExpression.literal(ExpressionType.CHAR, word.text().charAt(0));
            case NUMBER -> Literals.number("", word);
            case NAME -> Literals.keyword(word);
            case SYMBOL -> {
                if (word.is("-") && words.peek().kind() == Lexeme.Kind.NUMBER) {
                    yield Literals.number("-", words.take());
                }
                if (!word.is("(")) {
                    throw new ExpressionRefused(word.column(), word.shown() + " is unexpected here");
                }
                yield closedBy(")");
            }
            case END -> throw new ExpressionRefused(word.column(), "ends too early");
        };
    }

    private PolicyExpression closedBy(String symbol) {
        PolicyExpression expression = inner.get();
        words.expect(symbol);
        return expression;
    }

    private PolicyExpression named(PolicyExpression owner, boolean conditional) {
        Lexeme name = words.take();
        if (name.kind() != Lexeme.Kind.NAME) {
            throw new ExpressionRefused(name.column(), "expected a member's name after the dot");
        }
        String called = name.text() + typeArgument();
        return words.accept("(")
                ? member(owner, called + "()", arguments(), conditional)
                : member(owner, called, List.of(), conditional);
    }

    /** Such as {@code <string>}; as in C#, a {@code <} without a closing {@code >(} is a comparison. */
    private String typeArgument() {
        boolean generic = words.peek().is("<")
                && words.peek(1).kind() == Lexeme.Kind.NAME
                && words.peek(2).is(">")
                && words.peek(3).is("(");
        return generic
                ? words.take().text() + words.take().text() + words.take().text()
                : "";
    }

    private List<PolicyExpression> arguments() {
        List<PolicyExpression> arguments = new ArrayList<>();
        while (!words.accept(")")) {
            if (!arguments.isEmpty()) {
                words.expect(",");
            }
            arguments.add(inner.get());
        }
        return arguments;
    }

    /** A pattern is read when the policy is loaded. */
    private void checkPattern(PolicyExpression pattern) {
        if (!(pattern.evaluation() instanceof PolicyExpression.Literal literal) || literal.value() == null) {
            throw words.refused("a pattern must be a literal");
        }
        try {
            CharacterClass.of((String) literal.value());
        } catch (ExpressionFailed another) {
            throw words.refused(another.getMessage() + " is not supported");
        }
    }

    private PolicyExpression member(
            PolicyExpression owner, String name, List<PolicyExpression> arguments, boolean conditional) {
        List<ExpressionType> types =
                arguments.stream().map(PolicyExpression::type).toList();
        Member member = Members.find(owner.type(), name, types)
                .orElseThrow(() -> words.refused(Members.unknown(owner.type(), name, types)));
        if (owner.type() == ExpressionType.PATTERN_CLASS) {
            checkPattern(arguments.get(1));
        }
        return member.of(owner, arguments, conditional);
    }
}
