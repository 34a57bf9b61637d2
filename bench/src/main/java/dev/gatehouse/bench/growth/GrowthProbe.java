package dev.gatehouse.bench.growth;

import com.sun.management.ThreadMXBean;
import dev.gatehouse.bench.BenchEntra;
import dev.gatehouse.bench.Sample;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Measures in a separate JVM, with the flags of its caller, and prints {@link Figure}s. */
final class GrowthProbe {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int BATCH = 500;
    private static final int WARM_UP_BATCHES = 20;

    private GrowthProbe() {}

    /** One of these calls, measured. */
    private record Measured(Figure.Kind kind, int size, GuardedCalls calls, List<Double> micros, List<Double> bytes) {
        Measured(Figure.Kind kind, int size, GuardedCalls calls) {
            this(kind, size, calls, new ArrayList<>(), new ArrayList<>());
        }

        void batch() {
            long thread = Thread.currentThread().getId();
            long bytesBefore = THREADS.getThreadAllocatedBytes(thread);
            long before = THREADS.getCurrentThreadCpuTime();
            calls.run(BATCH);
            micros.add((THREADS.getCurrentThreadCpuTime() - before) / 1_000.0 / BATCH);
            bytes.add((double) (THREADS.getThreadAllocatedBytes(thread) - bytesBefore) / BATCH);
        }

        void print() {
            Sample time = sample(micros);
            new Figure(kind, size, time.median(), time.error()).print();
            if (kind == Figure.Kind.TOKENS) {
                new Figure(Figure.Kind.BYTES, size, sample(bytes).median(), 0).print();
            }
        }

        private static Sample sample(List<Double> figures) {
            return new Sample(figures.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    /** @param arguments how many batches are measured */
    public static void main(String[] arguments) {
        int batches = Integer.parseInt(arguments[0]);
        BenchEntra entra = BenchEntra.read();
        Retained.print(entra);
        List<Measured> all = new ArrayList<>();
        for (int tokens : GrowthReport.TOKENS) {
            all.add(new Measured(Figure.Kind.TOKENS, tokens, GuardedCalls.of(entra, tokens, 5)));
        }
        for (int operations : GrowthReport.OPERATIONS) {
            all.add(new Measured(Figure.Kind.OPERATIONS, operations, GuardedCalls.of(entra, 1, operations)));
        }
        for (int batch = -WARM_UP_BATCHES; batch < batches; batch++) {
            for (Measured each : all) { // in turn: a slower machine affects all of them
                if (batch == 0) {
                    each.micros().clear();
                    each.bytes().clear();
                }
                each.batch();
            }
        }
        all.forEach(Measured::print);
    }
}
