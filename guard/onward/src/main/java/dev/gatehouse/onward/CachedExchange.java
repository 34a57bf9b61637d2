package dev.gatehouse.onward;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers tokens, by user, token and scopes, and lets one call at a time obtain the same one; the others wait for it. A refusal is
 * shared with those who wait, and not remembered.
 */
final class CachedExchange implements OnwardExchange {
    /** Of tokens of some two to four kilobytes; the one that was not used for longest goes first. */
    static final int MAX_TOKENS = 1_000;

    /** A token whose end is nearer is obtained anew: it must last for the call onward; MSAL has the same margin. */
    static final Duration MARGIN = Duration.ofMinutes(5);

    private final OnwardExchange exchange;
    private final Clock clock;
    private final Map<OnwardRequest.Key, CompletableFuture<OnwardResult>> underWay = new ConcurrentHashMap<>();

    private final Map<OnwardRequest.Key, OnwardToken> tokens =
            new LinkedHashMap<>(16, 0.75f, true) { // guarded by itself
                @Override
                protected boolean removeEldestEntry(Map.Entry<OnwardRequest.Key, OnwardToken> eldest) {
                    return size() > MAX_TOKENS;
                }
            };

    CachedExchange(OnwardExchange exchange, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    @Override
    public OnwardResult exchange(OnwardRequest request) {
        OnwardRequest.Key key = request.key();
        Optional<OnwardToken> known = known(key);
        if (known.isPresent()) {
            return known.get();
        }
        CompletableFuture<OnwardResult> mine = new CompletableFuture<>();
        CompletableFuture<OnwardResult> others = underWay.putIfAbsent(key, mine);
        return others == null ? obtain(request, key, mine) : others.join();
    }

    private OnwardResult obtain(OnwardRequest request, OnwardRequest.Key key, CompletableFuture<OnwardResult> mine) {
        try {
            // another call may have ended between the look-up and now
            OnwardResult result =
                    known(key).<OnwardResult>map(token -> token).orElseGet(() -> exchange.exchange(request));
            if (result instanceof OnwardToken token) {
                remember(key, token);
            }
            mine.complete(result);
            return result;
        } catch (RuntimeException | Error bug) { // the calls that wait must end too
            mine.completeExceptionally(bug);
            throw bug;
        } finally {
            underWay.remove(key, mine);
        }
    }

    private Optional<OnwardToken> known(OnwardRequest.Key key) {
        synchronized (tokens) {
            OnwardToken token = tokens.get(key);
            if (token != null && !clock.instant().isBefore(token.expiresAt().minus(MARGIN))) {
                tokens.remove(key);
                return Optional.empty();
            }
            return Optional.ofNullable(token);
        }
    }

    private void remember(OnwardRequest.Key key, OnwardToken token) {
        synchronized (tokens) {
            tokens.put(key, token);
        }
    }

    /** How many tokens are remembered. */
    int size() {
        synchronized (tokens) {
            return tokens.size();
        }
    }
}
