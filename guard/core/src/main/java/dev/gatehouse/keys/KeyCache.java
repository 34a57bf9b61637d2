package dev.gatehouse.keys;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One issuer's keys, kept (https://learn.microsoft.com/entra/identity-platform/signing-key-rollover). There is never more
 * than one fetch under way. No timer runs, as instances are frozen between calls: an old set is refreshed by the next
 * call, in the background.
 */
final class KeyCache {
    /** From this age on the next call starts a refresh. */
    static final Duration REFRESH_AFTER = Duration.ofHours(1);
    /** At this age a set that could not be refreshed is no longer believed. */
    static final Duration BELIEVED_FOR = Duration.ofHours(24);
    /** An unknown kid causes a fetch at most this often; a failed refresh is repeated no sooner. */
    static final Duration REFETCH_PAUSE = Duration.ofMinutes(5);
    /** While no set is believed, a failed fetch is repeated no sooner than this. */
    static final Duration COLD_PAUSE = Duration.ofSeconds(10);

    private final Supply supply;
    private final Clock clock;
    private final SingleFlight<KeySet> flight = new SingleFlight<>();
    private final Throttle cold;
    private final Throttle unknownKey;
    private final Throttle refresh;

    private volatile @Nullable KeySet last;
    private volatile String failure = "they were not read yet";

    /** Where the keys come from, and where failures are said. */
    record Supply(DiscoveryUrl metadata, JwksReader reader, Consumer<String> notices) {}

    KeyCache(Supply supply, Clock clock) {
        this.supply = supply;
        this.clock = clock;
        this.cold = new Throttle(clock, COLD_PAUSE);
        this.unknownKey = new Throttle(clock, REFETCH_PAUSE);
        this.refresh = new Throttle(clock, REFETCH_PAUSE);
    }

    KeyLookup find(String keyId, Executor background) {
        Optional<KeySet> believed = believed();
        if (believed.isEmpty()) {
            return flight.join(cold::isOver, this::fetch)
                    .or(this::believed) // another thread's fetch may have ended in between
                    .map(keys -> keys.find(keyId).orElseGet(KeyLookup.Unknown::new))
                    .orElseGet(this::unreachable);
        }
        refreshWhenOld(believed.get(), background);
        Optional<KeyLookup> found = believed.get().find(keyId);
        return found.isPresent() ? found.get() : afterRefetch(keyId);
    }

    /** Whether keys are believed; waits for the fetch under way, or makes one unless one failed a moment ago. */
    boolean isReady() {
        return believed()
                .or(() -> flight.join(cold::isOver, this::fetch))
                .or(this::believed) // another thread's fetch may have ended in between
                .isPresent();
    }

    /** The same in the background. */
    void warm(Executor background) {
        background.execute(this::isReady);
    }

    private Optional<KeySet> believed() {
        KeySet keys = last;
        return keys != null && clock.instant().isBefore(keys.readAt().plus(BELIEVED_FOR))
                ? Optional.of(keys)
                : Optional.empty();
    }

    private void refreshWhenOld(KeySet keys, Executor background) {
        boolean old = !clock.instant().isBefore(keys.readAt().plus(REFRESH_AFTER));
        if (old && refresh.isOver()) {
            background.execute(() -> flight.join(() -> true, this::fetch));
        }
    }

    /** Rotation shows as an unknown kid; so does an attack, hence the pause. */
    private KeyLookup afterRefetch(String keyId) {
        Optional<KeyLookup> found = flight.join(unknownKey::isOver, this::fetch)
                .or(this::believed) // another thread's fetch may have ended in between
                .flatMap(keys -> keys.find(keyId));
        return found.orElseGet(() -> failure.isEmpty() ? new KeyLookup.Unknown() : unreachable());
    }

    private KeyLookup unreachable() {
        return new KeyLookup.Unreachable(failure);
    }

    private Optional<KeySet> fetch() {
        try {
            KeySet keys = supply.reader().read(supply.metadata());
            last = keys;
            failure = "";
            return Optional.of(keys);
        } catch (IOException unreadable) {
            failure = unreadable.toString();
            cold.restart();
            unknownKey.restart();
            supply.notices()
                    .accept("keys could not be read from " + supply.metadata().address() + ": " + failure);
            return Optional.empty();
        }
    }
}
