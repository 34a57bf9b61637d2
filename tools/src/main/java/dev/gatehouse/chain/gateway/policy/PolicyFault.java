package dev.gatehouse.chain.gateway.policy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault that prevents a policy document from being executed.
 *
 * @param line counted from 1
 * @param subject the element or attribute at fault
 * @param advice what is wrong with it and what to do
 */
public record PolicyFault(String document, int line, String subject, String advice) {
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern WORD = Pattern.compile("\\w+");

    /** The same, quoting only words of the source: other words come from named values, which may be secret. */
    PolicyFault quotingOnly(String source) {
        String shown = QUOTED.matcher(advice)
                .replaceAll(quoted -> Matcher.quoteReplacement(WORD.matcher(quoted.group())
                        .replaceAll(word -> source.contains(word.group()) ? word.group() : "…")));
        return new PolicyFault(document, line, subject, shown);
    }

    @Override
    public String toString() {
        return document + ":" + line + ": " + subject + " " + advice;
    }
}
