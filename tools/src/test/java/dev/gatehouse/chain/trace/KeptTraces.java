package dev.gatehouse.chain.trace;

import java.util.List;

/** Every trace of a chain, for tests that look for what must be in none. */
public final class KeptTraces {
    private KeptTraces() {}

    public static List<Trace> of(Traces traces) {
        return traces.kept();
    }
}
