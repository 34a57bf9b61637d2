package dev.gatehouse.bench;

import java.util.List;
import java.util.Locale;

/** The JVM options of a figure. */
public enum Flags {
    /** The JVM's defaults. */
    DEFAULT(80, List.of()),
    /** The options of Azure Functions' Java worker: the first compiler only (the worker's worker.config.json). */
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

    /** The second compiler starts late and needs more calls. */
    int warmUpBatches() {
        return warmUpBatches;
    }

    /** The name in tables and files. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
