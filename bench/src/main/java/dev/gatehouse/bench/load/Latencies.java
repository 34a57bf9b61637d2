package dev.gatehouse.bench.load;

import java.util.concurrent.atomic.AtomicLongArray;

/** Counts durations in classes that are 2 % wide, so that memory does not grow with the calls. */
final class Latencies {
    private static final double WIDTH = Math.log(1.02);
    private static final int CLASSES = 1_000; // up to 400 s

    private final AtomicLongArray counts = new AtomicLongArray(CLASSES);

    void add(long nanoseconds) {
        double microseconds = Math.max(1, nanoseconds / 1_000.0);
        counts.incrementAndGet(Math.min(CLASSES - 1, (int) (Math.log(microseconds) / WIDTH)));
    }

    long count() {
        long sum = 0;
        for (int i = 0; i < CLASSES; i++) {
            sum += counts.get(i);
        }
        return sum;
    }

    /** The microseconds within which this share of the calls was answered. */
    double within(double share) {
        long wanted = (long) Math.ceil(count() * share);
        long sum = 0;
        for (int i = 0; i < CLASSES; i++) {
            sum += counts.get(i);
            if (sum >= wanted) {
                return Math.exp((i + 1) * WIDTH);
            }
        }
        throw new IllegalStateException("no call was recorded");
    }
}
