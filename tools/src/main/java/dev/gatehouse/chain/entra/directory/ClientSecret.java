package dev.gatehouse.chain.entra.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/** A client secret's value and its expiry time. */
public record ClientSecret(String value, Instant expires) {

    public boolean matches(String presented) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "client secret until " + expires;
    }
}
