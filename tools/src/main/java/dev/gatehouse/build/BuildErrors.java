package dev.gatehouse.build;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The errors in the output of a Maven build, whole, without Maven's own advice below them. */
final class BuildErrors {
    private static final Pattern ERROR = Pattern.compile("\\[(ERROR|FATAL)].*");
    private static final Pattern WARNING = Pattern.compile("\\[WARNING] .*:\\[\\d+,\\d+].*");
    private static final Pattern NEXT = Pattern.compile("\\[(INFO|DEBUG|WARNING)].*");
    private static final Pattern ADVICE = Pattern.compile(
            "\\[ERROR]\\s*(-> )?(\\[Help \\d+].*|(To see the full stack|Re-run Maven|For more information about the errors"
                    + "|After correcting the problems|  mvn <args> -rf).*)?");
    private static final int LAST_LINES = 20;

    /** As javac, the JDK and Maven report a jar that was not downloaded whole; the launcher of these tools looks for the same. */
    private static final Pattern DAMAGED_JAR =
            Pattern.compile("zip END header|error in opening zip|error reading .*\\.jar|ZipException"
                    + "|invalid LOC header|zip file is empty|NoClassDefFoundError|ClassNotFoundException");

    private static final String ADVICE_ON_DAMAGE =
            "a jar in the local Maven repository seems to be damaged: delete the folder of the one"
                    + " that is named above, and try again";

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
        Stream<String> shown = errors.isEmpty()
                ? output.stream().skip(Math.max(0, output.size() - LAST_LINES))
                : errors.stream().distinct();
        boolean isDamage =
                output.stream().anyMatch(line -> DAMAGED_JAR.matcher(line).find());
        return Stream.concat(shown, isDamage ? Stream.of(ADVICE_ON_DAMAGE) : Stream.empty())
                .toList();
    }
}
