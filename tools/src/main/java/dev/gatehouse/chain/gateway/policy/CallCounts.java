package dev.gatehouse.chain.gateway.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts calls by key over the last period, in bounded memory and time, because clients may choose keys and call as often as
 * they like. All calls of one second count as made at the last of them.
 */
final class CallCounts {
    /** When more keys are in use, the count of the key that was unused the longest is removed. */
    static final int MOST_KEYS = 10_000;

    private final Duration kept;
    private final Clock clock;
    private final Map<String, Deque<Second>> byKey = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Second>> idlest) {
            return size() > MOST_KEYS;
        }
    };

    /** The calls of one second. */
    private record Second(Instant last, long calls) {
        boolean isThatOf(Instant now) {
            return last.getEpochSecond() == now.getEpochSecond();
        }
    }

    /**
     * The state of a key under a rate.
     *
     * @param remaining the number of remaining calls
     * @param secondsToWait until a call is allowed again, rounded up; 0 if one is allowed now
     */
    record Standing(int remaining, long secondsToWait) {}

    /** @param kept the longest period of all rates */
    CallCounts(Duration kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /** Counts a call if the rate allows it, and returns the key's state before. */
    Standing admit(String key, Rate rate, int calls) {
        String digest = digest(key);
        synchronized (byKey) {
            Instant now = clock.instant();
            Deque<Second> recent = recent(digest, now);
            Standing standing = standing(recent, rate, now);
            if (standing.secondsToWait() == 0) {
                add(recent, calls, now);
            }
            return standing;
        }
    }

    void add(String key, int calls) {
        String digest = digest(key);
        synchronized (byKey) {
            Instant now = clock.instant();
            add(recent(digest, now), calls, now);
        }
    }

    Standing standing(String key, Rate rate) {
        String digest = digest(key);
        synchronized (byKey) {
            Instant now = clock.instant();
            return standing(recent(digest, now), rate, now);
        }
    }

    /** The number of keys, and of their seconds, for which calls are counted. */
    record Size(int keys, int seconds) {}

    Size size() {
        synchronized (byKey) {
            return new Size(
                    byKey.size(), byKey.values().stream().mapToInt(Deque::size).sum());
        }
    }

    private static void add(Deque<Second> recent, int calls, Instant now) {
        if (calls > 0) {
            boolean again = !recent.isEmpty() && recent.getLast().isThatOf(now);
            long before = again ? recent.removeLast().calls() : 0;
            recent.addLast(new Second(now, before + calls));
        }
    }

    private static Standing standing(Deque<Second> recent, Rate rate, Instant now) {
        Instant start = now.minus(rate.period());
        long excess = -rate.calls();
        for (Second second : recent) {
            excess += second.last().isAfter(start) ? second.calls() : 0;
        }
        if (excess < 0) {
            return new Standing((int) -excess, 0);
        }
        Instant free = now;
        for (Second second : recent) {
            if (second.last().isAfter(start) && excess >= 0) {
                excess -= second.calls();
                free = second.last().plus(rate.period());
            }
        }
        return new Standing(0, Math.max(1, (Duration.between(now, free).toMillis() + 999) / 1000));
    }

    private Deque<Second> recent(String digest, Instant now) {
        Deque<Second> recent = byKey.computeIfAbsent(digest, ignored -> new ArrayDeque<>());
        Instant start = now.minus(kept);
        while (!recent.isEmpty() && !recent.getFirst().last().isAfter(start)) {
            recent.removeFirst();
        }
        return recent;
    }

    /** A hash, so that no client chooses the length. */
    private static String digest(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }
}
