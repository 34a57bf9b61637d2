package dev.gatehouse.xml;

/**
 * Finds where a policy expression ends: {@code @(…)} or {@code @{…}}. In API Management's format {@code rawxml}, quotes and
 * angle brackets in expressions are not escaped.
 */
final class ExpressionEnd {
    private final String text;
    private int at;

    private ExpressionEnd(String text, int start) {
        this.text = text;
        this.at = start;
    }

    static boolean startsAt(String text, int index) {
        return text.startsWith("@(", index) || text.startsWith("@{", index);
    }

    /** The index behind the expression that starts at an index; -1 when its brackets never close. */
    static int of(String text, int start) {
        return new ExpressionEnd(text, start + 1).find();
    }

    private int find() {
        int depth = 0;
        while (at < text.length()) {
            char here = text.charAt(at);
            if (here == '"' || here == '\'' || text.startsWith("&quot;", at)) {
                at = behindLiteral(here);
                continue;
            }
            depth += "({[".indexOf(here) >= 0 ? 1 : ")}]".indexOf(here) >= 0 ? -1 : 0;
            at++;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    /** Literals of C#: with backslashes, verbatim ones with doubled quotes and of several lines, and escaped for XML. */
    private int behindLiteral(char quote) {
        String end = quote == '&' ? "&quot;" : String.valueOf(quote);
        boolean verbatim = quote == '"' && (text.startsWith("@", at - 1) || text.startsWith("@$", at - 2));
        int index = at + end.length();
        while (index < text.length() && (verbatim || text.charAt(index) != '\n')) {
            if (text.charAt(index) == '\\' && !verbatim) {
                index += 2;
            } else if (text.startsWith(end, index)) {
                return index + end.length();
            } else {
                index++;
            }
        }
        return at + end.length(); // not a literal: a single quote character
    }
}
