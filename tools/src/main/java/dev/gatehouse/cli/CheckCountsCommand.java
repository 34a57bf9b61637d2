package dev.gatehouse.cli;

import dev.gatehouse.check.Checker;
import dev.gatehouse.check.Finding;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.input.BicepCompiler;
import dev.gatehouse.check.input.InputReading;
import dev.gatehouse.check.input.Inputs;
import dev.gatehouse.check.rules.Rules;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse check-counts}: how often each rule finds something in folders, to measure the rules themselves. */
@Command(
        name = "check-counts",
        mixinStandardHelpOptions = true,
        description = {
            "Count the findings of check by rule, in each folder or file that is named, as tab-separated lines:",
            "rule, severity, findings, the folder. The last lines count all of them together."
        })
final class CheckCountsCommand implements Callable<Integer> {
    private static final String ALL = "(all)";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER or FILE", arity = "1..*", description = "Counted each on its own.")
    private List<String> names = List.of();

    @Option(names = "--rule", paramLabel = "ID", description = "Count a rule that is off by default, too.")
    private List<String> also = List.of();

    @Override
    public Integer call() {
        List<Rule> rules = Rules.on(also);
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Long> total = new LinkedHashMap<>();
        int files = 0;
        for (String name : names) {
            InputReading reading = new Inputs(WorkingDirPathConverter.path(), BicepCompiler.installed(System.getenv()))
                    .read(List.of(name));
            Map<String, Long> counts = new Checker(rules)
                    .check(reading.deployments()).findings().stream()
                            .collect(Collectors.groupingBy(Finding::rule, Collectors.counting()));
            print(out, name, rules, counts);
            counts.forEach((rule, count) -> total.merge(rule, count, Long::sum));
            files += reading.deployments().size();
        }
        print(out, ALL, rules, total);
        out.println(files + " files checked");
        return 0;
    }

    private static void print(PrintWriter out, String name, List<Rule> rules, Map<String, Long> counts) {
        rules.stream()
                .filter(rule -> counts.containsKey(rule.id()))
                .forEach(rule -> out.println(String.join(
                        "\t",
                        rule.id(),
                        rule.severity().name().toLowerCase(Locale.ROOT),
                        String.valueOf(counts.get(rule.id())),
                        name)));
    }
}
