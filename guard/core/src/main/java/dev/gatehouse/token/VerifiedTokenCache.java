package dev.gatehouse.token;

import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads tokens, and remembers those whose signature held: a token that comes again is not read again, and a comparison of keys
 * replaces the arithmetic. It remembers no decision: its key is still looked up and every check asked. It holds no token's text.
 */
final class VerifiedTokenCache implements TokenReader {
    /** About how many bytes the remembered tokens take together: some ten thousand of Entra's usual ones. */
    static final int MAX_BYTES = 14_500_000;

    private static final int BYTES_EACH = 600; // beside the claims

    private static final int TAIL = 32; // of the signature: 192 bits

    private final TokenReader reader;
    private final Clock clock;
    private final Function<String, byte[]> digest;
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true); // guarded by this
    private volatile Claims latest = Claims.of(Map.of());
    private int bytes; // guarded by this

    /**
     * A token is found by its tail, which is cheap, and is the same only by the digest of its whole text.
     *
     * @param end the token's own: {@code exp}
     */
    private record Entry(byte[] digest, CachedToken token, Instant end, int bytes) {}

    /** @param digest one for which a second token with the same digest cannot be found */
    VerifiedTokenCache(TokenReader reader, Clock clock, Function<String, byte[]> digest) {
        this.reader = reader;
        this.clock = clock;
        this.digest = digest;
    }

    @Override
    public TokenReading read(String compact) {
        Entry entry = at(tail(compact));
        if (entry != null && MessageDigest.isEqual(entry.digest(), digest.apply(compact))) {
            return new TokenReading.Readable(entry.token());
        }
        TokenReading reading = reader.read(compact);
        return reading instanceof TokenReading.Readable readable
                ? new TokenReading.Readable(new NewToken(compact, readable.token()))
                : reading;
    }

    /** A token that is remembered once its signature holds, and from then on is what is remembered of it. */
    private final class NewToken implements SignedToken {
        private final String compact;
        private final SignedToken token;
        private Claims claims;

        NewToken(String compact, SignedToken token) {
            this.compact = compact;
            this.token = token;
            this.claims = token.claims();
        }

        @Override
        public String keyId() {
            return token.keyId();
        }

        @Override
        public Claims claims() {
            return claims;
        }

        @Override
        public boolean isSignedBy(RSAPublicKey key, Rs256Verifier verifier) {
            boolean isSigned = token.isSignedBy(key, verifier);
            if (isSigned) {
                claims = remember(compact, token, key);
            }
            return isSigned;
        }
    }

    /** What is remembered: the claims that checks ask for, and the key that signed. What was signed is left out. */
    private final class CachedToken implements SignedToken {
        private final String tail;
        private final String keyId;
        private final Claims claims;
        private final RSAPublicKey signer;

        CachedToken(String tail, String keyId, Claims claims, RSAPublicKey signer) {
            this.tail = tail;
            this.keyId = keyId;
            this.claims = claims;
            this.signer = signer;
        }

        @Override
        public String keyId() {
            return keyId;
        }

        @Override
        public Claims claims() {
            return claims;
        }

        @Override
        public boolean isSignedBy(RSAPublicKey key, Rs256Verifier verifier) {
            boolean isSigned = key.equals(signer);
            if (!isSigned) {
                forget(this);
            }
            return isSigned;
        }
    }

    /** @return the claims that are kept, so that the token is checked by the same ones now and later */
    private Claims remember(String compact, SignedToken token, RSAPublicKey signer) {
        Claims others = latest;
        Claims kept = token.claims().judged(others);
        Optional<Instant> end = kept.instant("exp");
        if (end.isPresent() && clock.instant().isBefore(end.get())) {
            CachedToken cached = new CachedToken(tail(compact), token.keyId(), kept, signer);
            put(new Entry(digest.apply(compact), cached, end.get(), BYTES_EACH + kept.bytesBeside(others)));
        }
        return kept;
    }

    private synchronized void put(Entry entry) {
        drop(entry.token().tail);
        entries.put(entry.token().tail, entry);
        bytes += entry.bytes();
        latest = entry.token().claims();
        makeRoom();
    }

    /** Another token with this tail is not touched. */
    private synchronized void forget(CachedToken token) {
        Entry entry = entries.get(token.tail);
        if (entry != null && entry.token() == token) {
            drop(token.tail);
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
