package dev.gatehouse.bench;

import java.util.List;
import java.util.Locale;

/** The JVM options that a figure holds for. */
public enum Flags {
    /** What a JVM does by itself. */
    DEFAULT(80, List.of()),
    /** What Azure Functions starts its Java worker with: the first compiler only (the worker's worker.config.json). */
    WORKER(20, List.of("-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1"));

    private final int warmUpBatches;
    private final List<String> options;

    Flags(int warmUpBatches, List<String> options) {
        this.warmUpBatches = warmUpBatches;
        this.options = options;
    }

    public List<String> options() {
        return options;
    }

    /** The second compiler starts late, and needs to have seen more. */
    int warmUpBatches() {
        return warmUpBatches;
    }

    /** The name in tables and files. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
