package dev.gatehouse.keys;

import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Optional;

/** The outcome of asking an issuer for a key. "Not published" and "could not ask" are different answers: 401 and 503. */
public sealed interface KeyLookup {

    /**
     * A published key.
     *
     * @param keyIssuer the issuer that the key itself names, perhaps a template
     * @param issuer the issuer that the metadata names, perhaps a template
     */
    record Found(RSAPublicKey key, Optional<String> keyIssuer, String issuer) implements KeyLookup {}

    /** The issuer's keys are known, and this key is not among them. */
    record Unknown() implements KeyLookup {}

    /**
     * The issuer's keys are not known.
     *
     * @param retryAfter how long until it may be asked again
     */
    record Unreachable(String cause, Duration retryAfter) implements KeyLookup {}
}
