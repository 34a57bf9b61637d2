package dev.gatehouse.bench;

import dev.gatehouse.bench.cold.ColdReport;
import dev.gatehouse.bench.gateway.GatewayReport;
import dev.gatehouse.bench.gateway.GatewayWork;
import dev.gatehouse.bench.growth.GrowthReport;
import dev.gatehouse.bench.load.LoadReport;
import dev.gatehouse.bench.token.TokenReport;
import dev.gatehouse.bench.token.TokenValidation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Runs the benchmarks in {@code -Dbench}, in the project's folder: exit code 0 if all ran and every response was as expected. */
public final class Benchmarks {
    private static final Path FOLDER = Path.of("target/bench");

    private final Selection selection;
    private final Results results = new Results(FOLDER);

    private Benchmarks(Selection selection) {
        this.selection = selection;
    }

    public static void main(String[] arguments) throws IOException {
        Selection selection;
        try {
            selection = Selection.of(arguments[0]);
        } catch (IllegalArgumentException unknown) {
            System.err.println(unknown.getMessage());
            System.exit(2);
            return;
        }
        System.exit(new Benchmarks(selection).run() ? 0 : 1); // the chain's libraries leave threads behind
    }

    private boolean run() throws IOException {
        BenchEntra.prepare();
        boolean asExpected = true;
        for (Selection.Part part : selection.parts()) {
            String name = part.name().toLowerCase(Locale.ROOT);
            System.out.println("\n" + name + " ...");
            long start = System.nanoTime();
            asExpected &= run(part);
            System.out.println(name + " took "
                    + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
        }
        results.write();
        return asExpected;
    }

    private boolean run(Selection.Part part) throws IOException {
        switch (part) {
            case COLD -> new ColdReport(results).run(selection.quick() ? 5 : 25);
            case GATEWAY -> {
                jmh(GatewayWork.class);
                GatewayReport.print(results);
            }
            case GROWTH -> new GrowthReport(results).run(selection.quick() ? 30 : 100);
            case LOAD -> {
                return new LoadReport(results).run(Duration.ofSeconds(selection.quick() ? 6 : 60));
            }
            case TOKEN -> {
                jmh(TokenValidation.class);
                TokenReport.print(results);
            }
        }
        return true;
    }

    private void jmh(Class<?> benchmark) {
        for (Flags flags : Flags.values()) {
            new Jmh(selection.quick()).run(benchmark, flags).forEach(results::add);
        }
    }
}
