package dev.gatehouse.keys;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The signing keys of the issuers that are trusted, by metadata and kid; the only part of the verifier that reaches outside. */
public final class IssuerKeys {
    private final JwksReader reader;
    private final Clock clock;
    private final Executor background;
    private final Consumer<String> notices;
    private final Map<DiscoveryUrl, KeyCache> caches = new ConcurrentHashMap<>();

    /**
     * @param clock counts ages and pauses, so it must be monotonic: {@link MonotonicClock}
     * @param background runs prefetches and refreshes; no call waits for it
     * @param notices gets a sentence for the operator when keys cannot be read or used
     */
    public IssuerKeys(DocumentFetcher documents, Clock clock, Executor background, Consumer<String> notices) {
        this.reader = new JwksReader(documents, clock, notices);
        this.clock = clock;
        this.background = background;
        this.notices = notices;
    }

    /**
     * Finds a key, reading the issuer's documents when they are not known or the kid is new.
     *
     * @param metadata one of a fixed, configured few: each has its own cache for good
     */
    public KeyLookup find(DiscoveryUrl metadata, String keyId) {
        return cache(metadata).find(keyId, background);
    }

    /** Reads what is not known yet, in the background. */
    public void prefetch(Set<DiscoveryUrl> metadata) {
        metadata.forEach(each -> cache(each).warm(background));
    }

    /** Whether the keys of all of these are known; waits for those that are being read. */
    public boolean areReady(Set<DiscoveryUrl> metadata) {
        return metadata.stream().allMatch(each -> cache(each).isReady());
    }

    /** How long until the last of these that are not known may be asked for again. */
    public Duration retryAfter(Set<DiscoveryUrl> metadata) {
        return metadata.stream().map(each -> cache(each).retryAfter()).reduce(Duration.ZERO, IssuerKeys::longer);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private KeyCache cache(DiscoveryUrl metadata) {
        KeyCache known = caches.get(metadata);
        return known != null
                ? known
                : caches.computeIfAbsent(
                        metadata, each -> new KeyCache(new KeyCache.Supply(each, reader, notices), clock));
    }
}
