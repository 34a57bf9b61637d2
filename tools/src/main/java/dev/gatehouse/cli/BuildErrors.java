package dev.gatehouse.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The errors in the output of a Maven build, whole, without Maven's own advice below them. */
final class BuildErrors {
    private static final Pattern ERROR = Pattern.compile("\\[(ERROR|FATAL)].*");
    private static final Pattern WARNING = Pattern.compile("\\[WARNING] .*:\\[\\d+,\\d+].*");
    private static final Pattern NEXT = Pattern.compile("\\[(INFO|DEBUG|WARNING)].*");
    private static final Pattern ADVICE = Pattern.compile(
            "\\[ERROR]\\s*(-> )?(\\[Help \\d+].*|(To see the full stack|Re-run Maven|For more information about the errors"
                    + "|After correcting the problems|  mvn <args> -rf).*)?");
    private static final int LAST_LINES = 20;

    private BuildErrors() {}

    /** In their order, each once; the end of the output where it names none. */
    static List<String> in(List<String> output) {
        boolean warningsCount = output.stream().anyMatch(line -> line.contains("-Werror"));
        List<String> errors = new ArrayList<>();
        boolean isError = false;
        for (String line : output) {
            isError = ERROR.matcher(line).matches()
                    || (warningsCount && WARNING.matcher(line).matches())
                    || (isError && !NEXT.matcher(line).matches());
            if (isError && !line.isBlank() && !ADVICE.matcher(line).matches()) {
                errors.add(line);
            }
        }
        return errors.isEmpty()
                ? output.subList(Math.max(0, output.size() - LAST_LINES), output.size())
                : errors.stream().distinct().toList();
    }
}
