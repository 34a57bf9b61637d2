package dev.gatehouse.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs benchmarks, each in a separate JVM, in batches of a fixed number of calls. A figure is the median of the
 * batches' processor time: it is the same on a busy machine; elapsed time is not.
 */
record Jmh(boolean quick) {
    private static final int BATCH = 250;
    /** Code waits for its compilation, so a fixed number of calls warms it up on any machine. */
    private static final String COMPILE_AT_ONCE = "-Xbatch";

    /** The benchmark has one parameter, {@code subject}, whose values name the figures. */
    List<BenchmarkResult> run(Class<?> benchmark, Flags flags) {
        OptionsBuilder options = new OptionsBuilder();
        options.include(benchmark.getName() + "\\.")
                .mode(Mode.SingleShotTime)
                .warmupBatchSize(BATCH)
                .measurementBatchSize(BATCH)
                .warmupIterations(flags.warmUpBatches() * (quick ? 1 : 2))
                .measurementIterations(quick ? 20 : 60)
                .forks(quick ? 1 : 3)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .jvmArgs(Stream.concat(Stream.of(COMPILE_AT_ONCE), flags.options().stream())
                        .toArray(String[]::new));
        try {
            Collection<RunResult> runs = new Runner(options.build()).run();
            return runs.stream().map(run -> result(run, flags)).toList();
        } catch (RunnerException failed) {
            throw new IllegalStateException("a benchmark of " + benchmark.getSimpleName() + " failed", failed);
        }
    }

    private static BenchmarkResult result(RunResult run, Flags flags) {
        String subject =
                run.getParams().getParam("subject").toLowerCase(Locale.ROOT).replace('_', '-');
        Sample microseconds = new Sample(run.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(
                        batch -> batch.getSecondaryResults().get("nanoseconds").getScore() / BATCH / 1_000)
                .toArray());
        return new BenchmarkResult(flags.title(), subject, microseconds.median(), microseconds.error());
    }
}
