package dev.gatehouse.check.rules;

import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.xml.XmlElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code set-variable} writes, where a policy reads it. */
final class VariableTrace {
    /** Variables of variables. */
    private static final int DEEPEST = 4;

    private static final int LONGEST = 20_000;
    private static final Pattern READ = Pattern.compile(
            "context\\s*\\.\\s*Variables\\s*(?:\\[\\s*\"([^\"]*)\"\\s*]|\\.\\s*GetValueOrDefault\\s*(?:<[\\w.\\[\\]]+>)?\\s*\\(\\s*\"([^\"]*)\"[^()]*\\))");

    private final Map<String, String> written;

    private VariableTrace(Map<String, String> written) {
        this.written = written;
    }

    /** The document with the expressions of variables that it writes itself in the place of their reads. */
    static PolicyDocument in(PolicyDocument policy) {
        Map<String, List<String>> all = policy.xml().all("set-variable").stream()
                .filter(each -> each.attribute("name").isPresent())
                .collect(Collectors.groupingBy(
                        each -> each.attribute("name").orElse(""),
                        LinkedHashMap::new,
                        Collectors.mapping(VariableTrace::value, Collectors.toList())));
        Map<String, String> written = new LinkedHashMap<>();
        all.forEach((name, values) -> written.put(name, one(values)));
        VariableTrace trace = new VariableTrace(written);
        List<XmlElement> traced = policy.xml().roots().stream()
                .map(root -> root.with(trace::filled))
                .toList();
        return written.isEmpty() ? policy : policy.with(policy.xml().with(traced));
    }

    /** Of several, any may be the value. */
    private static String one(List<String> values) {
        return values.stream()
                .distinct()
                .reduce((one, other) -> "unknown ? " + one + " : " + other)
                .orElse("");
    }

    private static String value(XmlElement variable) {
        String text = variable.attribute("value").orElse("");
        List<String> values = ExpressionValues.of(text);
        boolean isBlock = text.strip().startsWith("@{");
        String expression = isBlock && values.size() == 1 ? values.get(0) : text.strip();
        return expression.startsWith("@(") && expression.endsWith(")")
                ? expression.substring(2, expression.length() - 1)
                : expression.startsWith("@{") ? expression : '"' + expression + '"';
    }

    private String filled(String text) {
        String filled = text;
        for (int depth = 0; depth < DEEPEST && filled.length() < LONGEST; depth++) {
            String next =
                    READ.matcher(filled).replaceAll(read -> Matcher.quoteReplacement(of(read.group(), name(read))));
            if (next.equals(filled)) {
                return next;
            }
            filled = next;
        }
        return filled;
    }

    private static String name(MatchResult read) {
        return read.group(1) == null ? read.group(2) : read.group(1);
    }

    private String of(String read, String name) {
        String value = written.get(name);
        return value == null ? read : "(" + value + ")";
    }
}
