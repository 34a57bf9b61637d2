package dev.gatehouse.chain.entra;

import dev.gatehouse.token.SignedToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The keys Entra signs with. The newest one signs; older ones stay published until they are retired, so that tokens
 * signed before a rotation are still accepted.
 */
public final class SigningKeys {
    private final CompletableFuture<EntraSigningKey> first;
    private final List<EntraSigningKey> later = new ArrayList<>();
    private boolean firstRetired;

    private SigningKeys(CompletableFuture<EntraSigningKey> first) {
        this.first = first;
    }

    /** Starts generating the first key on another thread; the first use of the key waits for it. */
    public static SigningKeys generate() {
        CompletableFuture<EntraSigningKey> first = new CompletableFuture<>();
        Thread thread = new Thread(() -> first.complete(EntraSigningKey.generate()), "entra-first-key");
        thread.setDaemon(true);
        thread.start();
        return new SigningKeys(first);
    }

    /** The name of the active key. */
    public String activeKid() {
        return active().kid();
    }

    /** The names of all published keys, the oldest first. */
    public List<String> kids() {
        return published().stream().map(EntraSigningKey::kid).toList();
    }

    /** Generates a new active key and returns its name; the older keys stay published. */
    public String rotate() {
        EntraSigningKey next = EntraSigningKey.generate();
        synchronized (this) {
            later.add(next);
        }
        return next.kid();
    }

    /** Stops publishing a key; the active key cannot be retired. */
    public synchronized void retire(String kid) {
        if (kid.equals(active().kid())) {
            throw new IllegalArgumentException("the active signing key cannot be retired: rotate first");
        }
        firstRetired |= kid.equals(first.join().kid());
        later.removeIf(key -> key.kid().equals(kid));
    }

    /** Whether a token is signed by the published key that it names. */
    public boolean haveSigned(SignedToken token) {
        return find(token.keyId())
                .filter(key -> token.isSignedBy(key.publicKey()))
                .isPresent();
    }

    synchronized EntraSigningKey active() {
        return later.isEmpty() ? first.join() : later.get(later.size() - 1);
    }

    synchronized List<EntraSigningKey> published() {
        List<EntraSigningKey> all = new ArrayList<>();
        if (!firstRetired) {
            all.add(first.join());
        }
        all.addAll(later);
        return List.copyOf(all);
    }

    Optional<EntraSigningKey> find(String kid) {
        return published().stream().filter(key -> key.kid().equals(kid)).findFirst();
    }
}
