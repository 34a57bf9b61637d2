package dev.gatehouse.chain.gateway.token;

import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;

/** The keys in a policy itself: public keys for RS256, shared secrets for HS256, never one for the other. */
public record InlineKeys(List<Key<RSAPublicKey>> rsa, List<Key<SharedSecret>> shared) {

    /** @param id the {@code kid} of its tokens; a key without an id is tried if no key has the token's {@code kid} */
    public record Key<K>(Optional<String> id, K key) {}

    public InlineKeys {
        rsa = List.copyOf(rsa);
        shared = List.copyOf(shared);
    }

    public boolean areNone() {
        return rsa.isEmpty() && shared.isEmpty();
    }

    static <K> List<K> candidates(List<Key<K>> keys, String keyId) {
        List<K> named = keys.stream()
                .filter(key -> key.id().filter(keyId::equals).isPresent())
                .map(Key::key)
                .toList();
        return named.isEmpty()
                ? keys.stream().filter(key -> key.id().isEmpty()).map(Key::key).toList()
                : named;
    }
}
