package dev.gatehouse.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens whose signature held, read: what spares a token that comes again its parsing and its key's arithmetic. It
 * remembers no decision: whoever finds a token here still looks up its key and asks every rule.
 */
final class ProvenTokens {
    /** The sum of the remembered tokens' lengths; with what was read of them, they take about five times that. */
    static final int MAX_CHARACTERS = 2 * 1024 * 1024;

    private static final int TAIL = 32; // of the signature: 192 bits

    private final Clock clock;
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true); // guarded by this
    private int characters; // guarded by this

    /** @param end the token's own: {@code exp} */
    private record Entry(byte[] compact, SignedToken token, Instant end) {}

    ProvenTokens(Clock clock) {
        this.clock = clock;
    }

    Optional<SignedToken> find(String compact) {
        Entry entry = at(tail(compact));
        return entry != null && MessageDigest.isEqual(entry.compact(), bytes(compact))
                ? Optional.of(entry.token())
                : Optional.empty();
    }

    /** @param token what this was read as, signed by the key that its issuer publishes now */
    synchronized void remember(String compact, SignedToken token) {
        Entry known = entries.get(tail(compact));
        if (known != null && known.token() == token) {
            return;
        }
        Optional<Instant> end = token.claims().instant("exp").filter(clock.instant()::isBefore);
        if (end.isPresent()) {
            drop(tail(compact));
            entries.put(tail(compact), new Entry(bytes(compact), token, end.get()));
            characters += compact.length();
            makeRoom();
        }
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
        while (characters > MAX_CHARACTERS) {
            characters -= oldest.next().compact().length;
            oldest.remove();
        }
    }

    private void drop(String tail) {
        Entry entry = entries.remove(tail);
        if (entry != null) {
            characters -= entry.compact().length;
        }
    }

    private static String tail(String compact) {
        return compact.substring(Math.max(0, compact.length() - TAIL));
    }

    private static byte[] bytes(String compact) {
        return compact.getBytes(StandardCharsets.ISO_8859_1);
    }
}
