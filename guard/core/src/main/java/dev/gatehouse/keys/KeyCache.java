package dev.gatehouse.keys;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One issuer's keys, kept (https://learn.microsoft.com/entra/identity-platform/signing-key-rollover). There is never more
 * than one fetch under way. No timer runs, as instances are frozen between calls: an old set is refreshed by the next
 * call, in the background.
 */
final class KeyCache {
    /** From this age on the next call starts a refresh, and does not wait for it. */
    static final Duration REFRESH_AFTER = Duration.ofHours(1);
    /**
     * From this age on the next call waits for the refresh: an instance that serves calls has none so old unless its issuer
     * cannot be read, so this one was idle, and a key may have been removed hours ago.
     */
    static final Duration IDLE_AFTER = Duration.ofHours(2);
    /** At this age a set that could not be refreshed is no longer believed. */
    static final Duration BELIEVED_FOR = Duration.ofHours(24);

    private final Supply supply;
    private final Clock clock;
    private final FetchPauses pauses;
    private final SingleFlight<KeySet> flight = new SingleFlight<>();
    private final AtomicBoolean refreshing = new AtomicBoolean();

    private volatile @Nullable KeySet last;
    private volatile String failure = "they were not read yet";

    /** Where the keys come from, and where failures are said. */
    record Supply(DiscoveryUrl metadata, JwksReader reader, Consumer<String> notices) {}

    /** @param clock a monotonic one */
    KeyCache(Supply supply, Clock clock) {
        this.supply = supply;
        this.clock = clock;
        this.pauses = new FetchPauses(clock);
    }

    KeyLookup find(String keyId, Executor background) {
        KeySet keys = last;
        if (keys == null || isIdle(keys)) {
            return answer(keyId, flight.join(pauses::mayFetch, () -> fetch(false)));
        }
        if (isOfAge(keys, REFRESH_AFTER)) {
            refresh(background);
        }
        Optional<KeyLookup> found = keys.find(keyId);
        return found.isPresent()
                ? found.get()
                : answer(keyId, flight.join(pauses::mayFetchForUnknownKey, () -> fetch(true)));
    }

    /** Whether keys are believed; waits for the fetch under way, or makes one unless one failed a moment ago. */
    boolean isReady() {
        return believed()
                .or(() -> flight.join(pauses::mayFetch, () -> fetch(false)))
                .or(this::believed) // another thread's fetch may have ended in between
                .isPresent();
    }

    /** The same in the background. */
    void warm(Executor background) {
        background.execute(this::isReady);
    }

    /** How long until the issuer may be asked again. */
    Duration retryAfter() {
        return pauses.left();
    }

    private Optional<KeySet> believed() {
        KeySet keys = last;
        return keys != null && !isOfAge(keys, BELIEVED_FOR) ? Optional.of(keys) : Optional.empty();
    }

    private boolean isOfAge(KeySet keys, Duration age) {
        return Duration.between(keys.readAt(), clock.instant()).compareTo(age) >= 0;
    }

    /** In an outage calls do not wait again and again: what is believed is used, and refreshed in the background. */
    private boolean isIdle(KeySet keys) {
        return isOfAge(keys, pauses.isFailing() ? BELIEVED_FOR : IDLE_AFTER);
    }

    private void refresh(Executor background) {
        if (pauses.mayFetch() && refreshing.compareAndSet(false, true)) {
            background.execute(() -> {
                try {
                    var unused = flight.join(pauses::mayFetch, () -> fetch(false));
                } finally {
                    refreshing.set(false);
                }
            });
        }
    }

    /** From the keys as just read, or as last known. A key that is missing there is not unknown while the issuer cannot be read. */
    private KeyLookup answer(String keyId, Optional<KeySet> read) {
        Optional<KeySet> keys = read.or(this::believed); // another thread's fetch may have ended in between
        return keys.flatMap(known -> known.find(keyId))
                .orElseGet(() -> keys.isEmpty() || pauses.isFailing()
                        ? new KeyLookup.Unreachable(failure, pauses.left())
                        : new KeyLookup.Unknown());
    }

    private Optional<KeySet> fetch(boolean forUnknownKey) {
        try {
            KeySet keys = supply.reader().read(supply.metadata());
            last = keys;
            pauses.succeeded(forUnknownKey);
            return Optional.of(keys);
        } catch (IOException | RuntimeException unreadable) { // whatever the documents say, the call gets an answer
            failure = unreadable.toString();
            pauses.failed();
            supply.notices()
                    .accept("keys could not be read from " + supply.metadata().address() + ": " + failure);
            return Optional.empty();
        }
    }
}
