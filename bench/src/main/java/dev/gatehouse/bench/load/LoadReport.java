package dev.gatehouse.bench.load;

import dev.gatehouse.bench.BenchSnapshot;
import dev.gatehouse.bench.BenchmarkResult;
import dev.gatehouse.bench.Results;
import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.ChainOptions;
import dev.gatehouse.chain.demo.DemoSecret;
import dev.gatehouse.chain.demo.DemoTenant;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.deployment.Flow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs the load against the chain in both flows, and reports the result. */
public final class LoadReport {
    private static final int CLIENTS = 64;
    /** Memory that differs by less is flat: running calls cause such differences. */
    private static final double FLAT_MEGABYTES = 8;

    private final Results results;
    private final List<Row> rows = new ArrayList<>();

    public LoadReport(Results results) {
        this.results = results;
    }

    /** One flow's run, as the file has it; durations in microseconds. */
    record Row(
            String flow,
            int clients,
            long seconds,
            long calls,
            double median,
            double p99,
            Map<String, Integer> unexpected,
            List<Memory> memory) {

        boolean memoryIsFlat() {
            Memory middle = memory.get(1);
            Memory end = memory.get(2);
            return end.heap() - middle.heap() < FLAT_MEGABYTES && end.host() - middle.host() < FLAT_MEGABYTES;
        }
    }

    /** Whether every response was as expected and the memory flat. */
    public boolean run(Duration length) throws IOException {
        Results.say(
                "%nload: %d clients for %d s, every response compared with the expected one",
                CLIENTS, length.toSeconds());
        for (Flow flow : Flow.values()) {
            Row row = run(flow, length);
            rows.add(row);
            print(row);
            results.add(new BenchmarkResult("default", "load-" + row.flow() + "-median", row.median(), 0));
            results.add(new BenchmarkResult("default", "load-" + row.flow() + "-p99", row.p99(), 0));
        }
        results.write("load.json", rows);
        return rows.stream().allMatch(row -> row.unexpected().isEmpty() && row.memoryIsFlat());
    }

    private static Row run(Flow flow, Duration length) {
        Clock clock = Clock.systemUTC();
        Deployment deployment = BenchSnapshot.deployed(
                flow == Flow.CALLER_TOKEN ? "main" : "gateway-identity",
                Map.of("rate-limit-calls", Integer.toString(Integer.MAX_VALUE)));
        DemoTenant tenant = new DemoTenant(DemoSecret.random(clock), BenchSnapshot.contract());
        ChainOptions options = ChainOptions.ofSample(Path.of("").toAbsolutePath(), line -> {});
        try (Chain chain = Chain.start(deployment, tenant.with(deployment), options, clock)) {
            chain.awaitHealth(BenchSnapshot.contract());
            Load.Outcome outcome = new Load(chain, LoadMix.of(chain)).run(CLIENTS, length);
            return new Row(
                    flow.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    CLIENTS,
                    length.toSeconds(),
                    outcome.latencies().count(),
                    outcome.latencies().within(0.5),
                    outcome.latencies().within(0.99),
                    outcome.unexpected(),
                    outcome.memory());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private static void print(Row row) {
        Results.say(
                "%s: %d calls (%d a second), %d unexpected responses, median %.1f ms, p99 %.1f ms",
                row.flow(),
                row.calls(),
                row.calls() / row.seconds(),
                row.unexpected().values().stream().mapToInt(Integer::intValue).sum(),
                row.median() / 1_000,
                row.p99() / 1_000);
        row.unexpected().forEach((what, often) -> Results.say("  %d times: %s", often, what));
        Results.say("  live objects of Entra, gateway and Easy Auth | of the Functions host | the host's resident set");
        row.memory()
                .forEach(each -> Results.say(
                        "  %10.1f MB | %10.1f MB | %10.1f MB", each.heap(), each.host(), each.hostResident()));
        Results.say("  from the middle to the end the memory is %s", row.memoryIsFlat() ? "flat" : "NOT FLAT");
    }
}
