package dev.gatehouse.check.source;

/** Finds the end of a string: JSON's (RFC 8259, 7), and Bicep's, which may be of several lines or contain expressions. */
record StringEnd(String text, Language language) {
    private static final String MULTI_LINE = "'''";

    /** @param start of the string; the offset behind it is returned */
    int of(int start) {
        if (language == Language.BICEP && text.startsWith(MULTI_LINE, start)) {
            int end = text.indexOf(MULTI_LINE, start + MULTI_LINE.length());
            return end < 0 ? text.length() : end + MULTI_LINE.length();
        }
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != language.quote() && text.charAt(at) != '\n') {
            if (text.charAt(at) == '\\') {
                at += 2;
            } else if (language == Language.BICEP && text.startsWith("${", at)) {
                at = expression(at + 2);
            } else {
                at++;
            }
        }
        return Math.min(text.length(), at + 1);
    }

    /** An expression within a string, which may contain strings. */
    private int expression(int start) {
        int depth = 1;
        int at = start;
        while (at < text.length() && depth > 0) {
            char each = text.charAt(at);
            if (each == language.quote()) {
                at = of(at);
            } else {
                depth += each == '{' ? 1 : each == '}' ? -1 : 0;
                at++;
            }
        }
        return at;
    }
}
