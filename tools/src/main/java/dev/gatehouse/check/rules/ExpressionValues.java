package dev.gatehouse.check.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a policy expression may be: of {@code a ? b : c} it is b or c, whatever a tests, and of a block what it returns.
 * Anything that is not understood stays as it is written.
 */
final class ExpressionValues {
    /** More are not told apart. */
    private static final int MOST = 8;

    private static final Pattern RETURNED = Pattern.compile("\\breturn\\s+([^;]+);");
    private static final Pattern LOCAL = Pattern.compile("\\b(?:var|string|String|Uri)\\s+(\\w+)\\s*=\\s*([^;]+);");

    private ExpressionValues() {}

    /** Of an expression, {@code @(…)} or {@code @{…}}; another text is its own only value. */
    static List<String> of(String text) {
        String written = text.strip();
        if (written.startsWith("@(") && written.endsWith(")")) {
            return wrapped(values(written.substring(2, written.length() - 1)));
        }
        return written.startsWith("@{") && written.endsWith("}") ? wrapped(returned(written)) : List.of(text);
    }

    private static List<String> wrapped(List<String> values) {
        return values.stream().map(value -> "@(" + value + ")").toList();
    }

    private static List<String> returned(String block) {
        List<MatchResult> locals = LOCAL.matcher(block).results().toList();
        List<String> all = RETURNED.matcher(block)
                .results()
                .map(found -> found.group(1))
                .flatMap(value -> values(withLocals(value, block, locals)).stream())
                .limit(MOST)
                .toList();
        return all.isEmpty() ? List.of(block) : all;
    }

    /** A variable of the block that is written once is what is written. */
    private static String withLocals(String value, String block, List<MatchResult> locals) {
        String known = value;
        for (MatchResult local : locals.size() > MOST ? locals.subList(0, MOST) : locals) {
            String name = local.group(1);
            boolean once = Pattern.compile("\\b" + name + "\\s*[+]?=[^=]")
                            .matcher(block)
                            .results()
                            .count()
                    == 1;
            if (once) {
                known = known.replaceAll(
                        "(?<![\\w.\"])" + name + "\\b(?!\")", Matcher.quoteReplacement("(" + local.group(2) + ")"));
            }
        }
        return known;
    }

    private static List<String> values(String expression) {
        Ternary ternary = Ternary.of(expression);
        return ternary.isWhole()
                ? Stream.concat(values(ternary.one()).stream(), values(ternary.other()).stream())
                        .limit(MOST)
                        .toList()
                : ofGroups(expression);
    }

    /** With the values of what is in brackets. */
    private static List<String> ofGroups(String expression) {
        List<String> all = List.of("");
        int at = 0;
        while (at < expression.length()) {
            int end = expression.charAt(at) == '(' ? Ternary.behindGroup(expression, at) : -1;
            List<String> next = end > 0
                    ? values(expression.substring(at + 1, end - 1)).stream()
                            .map(inner -> "(" + inner + ")")
                            .toList()
                    : List.of(expression.substring(at, Ternary.behind(expression, at)));
            all = joined(all, next);
            at = end > 0 ? end : Ternary.behind(expression, at);
        }
        return all;
    }

    private static List<String> joined(List<String> starts, List<String> ends) {
        List<String> all = new ArrayList<>();
        starts.forEach(start -> ends.forEach(end -> all.add(start + end)));
        return all.size() > MOST ? all.subList(0, MOST) : all;
    }

    /** The two alternatives of {@code condition ? one : other}, both empty where an expression is not such a condition. */
    private record Ternary(String one, String other) {
        boolean isWhole() {
            return !one.isEmpty();
        }

        static Ternary of(String expression) {
            int question = -1;
            int nested = 0;
            for (int at = 0; at < expression.length(); at = behindPart(expression, at)) {
                char here = expression.charAt(at);
                if (here == '?' && isCondition(expression, at)) {
                    question = question < 0 ? at : question;
                    nested++;
                } else if (here == ':' && nested > 0 && --nested == 0) {
                    return new Ternary(expression.substring(question + 1, at), expression.substring(at + 1));
                }
            }
            return new Ternary("", "");
        }

        /** Not {@code ?.}, {@code ??} or {@code ?[}. */
        private static boolean isCondition(String expression, int at) {
            char next = at + 1 < expression.length() ? expression.charAt(at + 1) : ' ';
            char before = at > 0 ? expression.charAt(at - 1) : ' ';
            return next != '.' && next != '?' && next != '[' && before != '?';
        }

        private static int behindPart(String expression, int at) {
            int group = "([{".indexOf(expression.charAt(at)) >= 0 ? behindGroup(expression, at) : -1;
            return group > 0 ? group : behind(expression, at);
        }

        /** The index behind a literal, else behind one character. */
        static int behind(String expression, int at) {
            char quote = expression.charAt(at);
            if (quote != '"' && quote != '\'') {
                return at + 1;
            }
            for (int end = at + 1; end < expression.length(); end++) {
                if (expression.charAt(end) == '\\') {
                    end++;
                } else if (expression.charAt(end) == quote) {
                    return end + 1;
                }
            }
            return expression.length();
        }

        /** The index behind what a bracket opens; -1 where nothing closes it. */
        static int behindGroup(String expression, int start) {
            int depth = 0;
            for (int at = start; at < expression.length(); at = behind(expression, at)) {
                char here = expression.charAt(at);
                depth += "([{".indexOf(here) >= 0 ? 1 : ")]}".indexOf(here) >= 0 ? -1 : 0;
                if (depth == 0) {
                    return at + 1;
                }
            }
            return -1;
        }
    }
}
