package dev.gatehouse.doctor.probe;

import java.util.Map;
import java.util.Optional;

/** The tokens that there are for one door. Never says one. */
public record Tokens(Map<TokenKind, String> known) {
    public Tokens {
        known = Map.copyOf(known);
    }

    Optional<String> of(TokenKind kind) {
        return Optional.ofNullable(known.get(kind));
    }

    @Override
    public String toString() {
        return "tokens " + known.keySet();
    }
}
