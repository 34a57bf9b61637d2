package dev.gatehouse.bench;

import java.util.List;
import java.util.Locale;

/** The JVM options that a figure holds for. */
public enum Flags {
    /** What a JVM does by itself. */
    DEFAULT(List.of()),
    /** What Azure Functions starts its Java worker with: the first compiler only (the worker's worker.config.json). */
    WORKER(List.of("-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1"));

    private final List<String> options;

    Flags(List<String> options) {
        this.options = options;
    }

    List<String> options() {
        return options;
    }

    /** The name in tables and files. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
