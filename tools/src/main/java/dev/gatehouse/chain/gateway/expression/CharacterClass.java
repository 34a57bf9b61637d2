package dev.gatehouse.chain.gateway.expression;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A {@code Regex} pattern with the same meaning in .NET and Java: one class of ASCII characters, such as {@code [^!-~]}. */
record CharacterClass(Pattern pattern) {
    private static final String CHARACTER = "[ -~&&[^\\[\\]\\\\^&-]]";
    private static final Pattern FORM = Pattern.compile("\\[\\^?(?:" + CHARACTER + "(?:-" + CHARACTER + ")?)+-?]");

    /** @throws ExpressionFailed for any other pattern */
    static CharacterClass of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new ExpressionFailed("a pattern other than one class of ASCII characters, such as [^!-~]");
        }
        try {
            return new CharacterClass(Pattern.compile(text));
        } catch (PatternSyntaxException backwards) {
            throw new ExpressionFailed("a pattern with a range that ends before it begins");
        }
    }

    boolean hasOneOf(String text) {
        return pattern.matcher(text).find();
    }
}
