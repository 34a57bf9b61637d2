package dev.gatehouse.doctor.probe;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The tokens that there are for one door. Never says one. */
public record Tokens(Map<TokenKind, String> known) {
    public Tokens {
        known = Map.copyOf(known);
    }

    /** The same, with another token for one kind. */
    public Tokens with(TokenKind kind, String token) {
        Map<TokenKind, String> changed = new EnumMap<>(TokenKind.class);
        changed.putAll(known);
        changed.put(kind, token);
        return new Tokens(changed);
    }

    public Optional<String> of(TokenKind kind) {
        return Optional.ofNullable(known.get(kind));
    }

    @Override
    public String toString() {
        return "tokens " + known.keySet();
    }
}
