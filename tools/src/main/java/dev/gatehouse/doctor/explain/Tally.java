package dev.gatehouse.doctor.explain;

import java.util.HashMap;
import java.util.Map;

/** Counts what was read: of one thing, the first hundred say as much as all. */
final class Tally {
    static final int MOST = 100;

    private final Map<String, Integer> times = new HashMap<>();

    boolean isNew(String thing) {
        return times.merge(thing, 1, Integer::sum) <= MOST;
    }
}
