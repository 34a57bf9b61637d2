package dev.gatehouse.bench.growth;

import dev.gatehouse.bench.BenchmarkResult;
import dev.gatehouse.bench.Flags;
import dev.gatehouse.bench.Results;
import dev.gatehouse.bench.growth.Figure.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Whether a guarded call costs the same for any number of tokens and operations, and the size of full caches. */
public final class GrowthReport {
    /** The last is more than the cache holds: there every token is a new one. */
    static final int[] TOKENS = {1, 10, 100, 1_000, 3_000, 10_000, 15_000};

    static final int[] OPERATIONS = {1, 10, 50, 100, 250, 500};

    private static final double MEGABYTE = 1024 * 1024;
    private static final double TARGET_BYTES = 8 * 1024;
    private static final double TARGET_MEGABYTES = 16;

    private final Results results;

    public GrowthReport(Results results) {
        this.results = results;
    }

    public void run(int batches) throws IOException {
        List<Figure> figures = measured(batches);
        Results.say("%ngrowth, worker's flags: microseconds of processor time for a whole guarded call");
        for (Kind kind : List.of(Kind.TOKENS, Kind.OPERATIONS)) {
            of(kind, figures).forEach(each -> {
                String subject = "growth-" + kind.name().toLowerCase(Locale.ROOT) + "-" + each.size();
                results.add(new BenchmarkResult(Flags.WORKER.title(), subject, each.value(), each.error()));
                Results.say("%-28s %8.1f  ± %.1f", subject, each.value(), each.error());
            });
        }
        of(Kind.BYTES, figures)
                .forEach(each -> Results.say(
                        "allocated by a call, one of %,d tokens: %,.0f bytes (target for a known token: %,.0f)",
                        each.size(), each.value(), TARGET_BYTES));
        retained(figures);
        charts(figures);
        Results.say("charts: %s, %s", results.file("growth-tokens.svg"), results.file("growth-operations.svg"));
    }

    private static void retained(List<Figure> figures) {
        double tokens =
                of(Kind.RETAINED_TOKENS, figures).findFirst().orElseThrow().value() / MEGABYTE;
        double keys = of(Kind.RETAINED_KEYS, figures).findFirst().orElseThrow().value() / MEGABYTE;
        Results.say(
                "full caches hold %.1f MB: tokens %.1f, keys of two issuers with the longest documents %.1f (target: %.0f in all)",
                tokens + keys, tokens, keys, TARGET_MEGABYTES);
    }

    private void charts(List<Figure> figures) throws IOException {
        new Chart("distinct tokens in use", of(Kind.TOKENS, figures).toList()).write(results.file("growth-tokens.svg"));
        new Chart("operations in the contract", of(Kind.OPERATIONS, figures).toList())
                .write(results.file("growth-operations.svg"));
    }

    private static Stream<Figure> of(Kind kind, List<Figure> figures) {
        return figures.stream().filter(each -> each.kind() == kind);
    }

    private static List<Figure> measured(int batches) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Flags.WORKER.options());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), GrowthProbe.class.getName()));
        command.add(Integer.toString(batches));
        Process probe = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Figure> figures = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .flatMap(line -> Figure.parse(line).stream())
                .toList();
        try {
            if (probe.waitFor() != 0) {
                throw new IllegalStateException("the measuring JVM failed");
            }
        } catch (InterruptedException stopped) {
            probe.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
        return figures;
    }
}
