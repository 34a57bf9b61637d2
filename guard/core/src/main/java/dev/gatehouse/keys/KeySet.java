package dev.gatehouse.keys;

import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An issuer's published keys at one moment. A later set replaces it whole, so that a removed key stops working. */
record KeySet(String issuer, Map<String, Key> keys, Instant readAt) {

    /** One key and the issuer it names, when it names one. */
    record Key(RSAPublicKey key, Optional<String> issuer) {}

    KeySet {
        keys = Map.copyOf(keys);
    }

    Optional<KeyLookup> find(String keyId) {
        Key key = keys.get(keyId);
        return key == null ? Optional.empty() : Optional.of(new KeyLookup.Found(key.key(), key.issuer(), issuer));
    }
}
