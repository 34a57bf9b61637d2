package dev.gatehouse.local.gateway.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Counts calls by key over the last period, for a bounded number of keys: clients may choose them. */
final class CallCounts {
    /** When so many keys are in use, those that come later share one count. */
    static final int MOST_KEYS = 10_000;

    private static final String OVERFLOW = "";

    private final Duration kept;
    private final Clock clock;
    private final Map<String, Deque<Counted>> byKey = new HashMap<>();

    private record Counted(Instant at, int calls) {}

    /**
     * How a key stands against a rate.
     *
     * @param remaining the calls that are left
     * @param secondsToWait rounded up, until there is one again; 0 where there is one
     */
    record Standing(int remaining, long secondsToWait) {}

    /** @param kept the longest period that is asked for */
    CallCounts(Duration kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /** Counts a call that the rate has room for, and says how the key stood before. */
    synchronized Standing admit(String key, Rate rate, int calls) {
        Standing standing = standing(key, rate);
        if (standing.secondsToWait() == 0) {
            add(key, calls);
        }
        return standing;
    }

    synchronized void add(String key, int calls) {
        if (calls > 0) {
            recent(key).addLast(new Counted(clock.instant(), calls));
        }
    }

    synchronized Standing standing(String key, Rate rate) {
        Instant now = clock.instant();
        Instant start = now.minus(rate.period());
        long excess = -rate.calls();
        for (Counted counted : recent(key)) {
            excess += counted.at().isAfter(start) ? counted.calls() : 0;
        }
        if (excess < 0) {
            return new Standing((int) -excess, 0);
        }
        Instant free = now;
        for (Counted counted : recent(key)) {
            if (counted.at().isAfter(start) && excess >= 0) {
                excess -= counted.calls();
                free = counted.at().plus(rate.period());
            }
        }
        return new Standing(0, Math.max(1, (Duration.between(now, free).toMillis() + 999) / 1000));
    }

    int keys() {
        return byKey.size();
    }

    private Deque<Counted> recent(String key) {
        Deque<Counted> recent = byKey.computeIfAbsent(place(digest(key)), ignored -> new ArrayDeque<>());
        forget(recent);
        return recent;
    }

    private String place(String key) {
        if (byKey.size() >= MOST_KEYS && !byKey.containsKey(key)) {
            byKey.values().removeIf(recent -> {
                forget(recent);
                return recent.isEmpty();
            });
        }
        return byKey.size() < MOST_KEYS || byKey.containsKey(key) ? key : OVERFLOW;
    }

    private void forget(Deque<Counted> recent) {
        Instant start = clock.instant().minus(kept);
        while (!recent.isEmpty() && !recent.getFirst().at().isAfter(start)) {
            recent.removeFirst();
        }
    }

    /** Of a length that no client chooses. */
    private static String digest(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }
}
