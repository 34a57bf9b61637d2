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

/** Runs what {@code -Dbench} names, in the project's folder: 0 when all of it ran and every answer was the expected one. */
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
        boolean asExpected = true;
        BenchEntra.prepare();
        if (selection.parts().contains(Selection.Part.COLD)) {
            new ColdReport(results).run(selection.quick() ? 7 : 25);
        }
        if (selection.parts().contains(Selection.Part.GATEWAY)) {
            jmh(GatewayWork.class);
            GatewayReport.print(results);
        }
        if (selection.parts().contains(Selection.Part.TOKEN)) {
            jmh(TokenValidation.class);
            TokenReport.print(results);
        }
        if (selection.parts().contains(Selection.Part.GROWTH)) {
            new GrowthReport(results).run(selection.quick() ? 30 : 100);
        }
        if (selection.parts().contains(Selection.Part.LOAD)) {
            asExpected = new LoadReport(results).run(Duration.ofSeconds(selection.quick() ? 10 : 60));
        }
        results.write();
        return asExpected;
    }

    private void jmh(Class<?> benchmark) {
        for (Flags flags : Flags.values()) {
            new Jmh(selection.quick()).run(benchmark, flags).forEach(results::add);
        }
    }
}
