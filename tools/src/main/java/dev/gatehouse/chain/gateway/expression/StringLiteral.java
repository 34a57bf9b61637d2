package dev.gatehouse.chain.gateway.expression;

/**
 * A C# string or character literal with its escapes resolved.
 *
 * @param next the index after the closing quote
 */
record StringLiteral(String value, int next) {
    private static final String ESCAPES = "\"'\\nrt0";
    private static final String ESCAPED = "\"'\\\n\r\t\0";

    static StringLiteral at(String text, int quote, int end) {
        StringBuilder value = new StringBuilder();
        int at = quote + 1;
        while (at < end && text.charAt(at) != text.charAt(quote)) {
            if (text.charAt(at) == '\\') {
                value.append(escaped(text, at, end));
                at += 2;
            } else {
                value.append(text.charAt(at++));
            }
        }
        if (at >= end) {
            throw new ExpressionRefused(quote + 1, "a string without a closing quote");
        }
        return new StringLiteral(value.toString(), at + 1);
    }

    private static char escaped(String text, int backslash, int end) {
        int known = backslash + 1 < end ? ESCAPES.indexOf(text.charAt(backslash + 1)) : -1;
        if (known < 0) {
            throw new ExpressionRefused(backslash + 1, "only the escapes \\\" \\' \\\\ \\n \\r \\t \\0 are supported");
        }
        return ESCAPED.charAt(known);
    }

    /** Leaves out the value, which may be a secret from a named value. */
    @Override
    public String toString() {
        return "a string up to " + next;
    }
}
