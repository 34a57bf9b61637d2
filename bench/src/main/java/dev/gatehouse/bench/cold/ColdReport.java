package dev.gatehouse.bench.cold;

import dev.gatehouse.bench.BenchmarkResult;
import dev.gatehouse.bench.Flags;
import dev.gatehouse.bench.Results;
import dev.gatehouse.bench.Sample;
import dev.gatehouse.bench.cold.FirstCall.Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Starts hosts in turn, so that a slower machine affects every subject, and reports how long first calls wait. */
public final class ColdReport {
    private static final int MILLI = 1_000; // microseconds

    private final Results results;

    public ColdReport(Results results) {
        this.results = results;
    }

    /** @param rounds the number of hosts to start for each subject, after one that is not counted */
    public void run(int rounds) throws IOException {
        StagedSize.print(ColdHosts.GATEHOUSE);
        Map<FirstCall, List<Timing>> timings = new EnumMap<>(FirstCall.class);
        try (ColdHosts hosts = new ColdHosts()) {
            for (int round = 0; round <= rounds; round++) {
                for (FirstCall subject : FirstCall.values()) {
                    Timing timing = hosts.measure(subject);
                    if (round > 0) { // the first fills the system's file cache
                        timings.computeIfAbsent(subject, any -> new ArrayList<>())
                                .add(timing);
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
        print(timings, rounds);
    }

    private void print(Map<FirstCall, List<Timing>> timings, int rounds) {
        Results.say(
                "%ncold start: a new JVM with the worker's flags until the first response, ms (median of %d, quartiles)",
                rounds);
        Results.say("%-28s %8s %17s %8s %8s %10s %8s", "", "all", "", "x empty", "x health", "call alone", "x health");
        timings.forEach((subject, all) -> {
            Sample whole = sample(all, Timing::whole);
            Sample call = sample(all, Timing::callAlone);
            results.add(new BenchmarkResult(Flags.WORKER.title(), subject.title(), whole.median(), whole.error()));
            results.add(
                    new BenchmarkResult(Flags.WORKER.title(), subject.title() + "-call", call.median(), call.error()));
            FirstCall health = subject.insteadOf(Call.HEALTH);
            Results.say(
                    "%-28s %8.0f %8.0f-%-8.0f %7.2fx %7.2fx %10.0f %7.2fx",
                    subject.title(),
                    whole.median() / MILLI,
                    whole.lowerQuartile() / MILLI,
                    whole.upperQuartile() / MILLI,
                    whole.median() / median(timings, subject.insteadOf(Call.EMPTY), Timing::whole),
                    whole.median() / median(timings, health, Timing::whole),
                    call.median() / MILLI,
                    call.median() / median(timings, health, Timing::callAlone));
        });
    }

    private static double median(
            Map<FirstCall, List<Timing>> timings, FirstCall subject, ToDoubleFunction<Timing> figure) {
        return sample(timings.get(subject), figure).median();
    }

    private static Sample sample(List<Timing> timings, ToDoubleFunction<Timing> figure) {
        return new Sample(timings.stream().mapToDouble(figure).toArray());
    }
}
