package dev.gatehouse.token;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tokens whose signature held, read: what spares a token that comes again its parsing and its key's arithmetic. It
 * remembers no decision: whoever finds a token here still looks up its key and asks every rule. It holds no token's text.
 */
final class VerifiedTokenCache {
    /** About how many bytes the remembered tokens take together: some ten thousand of Entra's usual ones. */
    static final int MAX_BYTES = 14_500_000;

    private static final int BYTES_EACH = 600; // beside the claims

    private static final int TAIL = 32; // of the signature: 192 bits

    private final Clock clock;
    private final Function<String, byte[]> digest;
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true); // guarded by this
    private volatile Claims latest = new Claims(Map.of());
    private int bytes; // guarded by this

    /**
     * A token is found by its tail, which is cheap, and is the same only by the digest of its whole text.
     *
     * @param end the token's own: {@code exp}
     */
    private record Entry(byte[] digest, SignedToken token, Instant end, int bytes) {}

    /** @param digest one that nobody can find a second token for */
    VerifiedTokenCache(Clock clock, Function<String, byte[]> digest) {
        this.clock = clock;
        this.digest = digest;
    }

    Optional<SignedToken> find(String compact) {
        Entry entry = at(tail(compact));
        return entry != null && MessageDigest.isEqual(entry.digest(), digest.apply(compact))
                ? Optional.of(entry.token())
                : Optional.empty();
    }

    /**
     * @param token what this was read as, signed by the key that its issuer publishes now
     * @return what is kept of it, for judging it now by the same as later
     */
    SignedToken remember(String compact, SignedToken token) {
        Claims others = latest;
        SignedToken kept = token.kept(others);
        Optional<Instant> end = kept.claims().instant("exp").filter(clock.instant()::isBefore);
        if (end.isPresent()) {
            int size = BYTES_EACH + kept.claims().bytesBeside(others);
            put(tail(compact), new Entry(digest.apply(compact), kept, end.get(), size));
        }
        return kept;
    }

    private synchronized void put(String tail, Entry entry) {
        drop(tail);
        entries.put(tail, entry);
        bytes += entry.bytes();
        latest = entry.token().claims();
        makeRoom();
    }

    /** For a token that its issuer's keys no longer vouch for; another one is not touched. */
    synchronized void forget(String compact, SignedToken token) {
        Entry entry = entries.get(tail(compact));
        if (entry != null && entry.token() == token) {
            drop(tail(compact));
        }
    }

    synchronized int size() {
        return entries.size();
    }

    private synchronized @Nullable Entry at(String tail) {
        Entry entry = entries.get(tail);
        if (entry != null && !clock.instant().isBefore(entry.end())) {
            drop(tail);
            return null;
        }
        return entry;
    }

    private void makeRoom() {
        Iterator<Entry> oldest = entries.values().iterator();
        while (bytes > MAX_BYTES) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    private void drop(String tail) {
        Entry entry = entries.remove(tail);
        if (entry != null) {
            bytes -= entry.bytes();
        }
    }

    private static String tail(String compact) {
        return compact.substring(Math.max(0, compact.length() - TAIL));
    }
}
