package dev.gatehouse.chain.gateway.expression;

import dev.gatehouse.chain.claims.ClaimTexts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A token's claims as API Management shows them: every claim an array of strings. */
public record JwtClaims(Map<String, List<String>> values) {

    public JwtClaims {
        values = Map.copyOf(values);
    }

    /** From a token's JSON, by {@link ClaimTexts}. */
    public static JwtClaims of(Map<String, ? extends @Nullable Object> json) {
        return new JwtClaims(ClaimTexts.of(json));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** A claim's values; empty when the claim is absent. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Several values as one, comma-separated, as {@code GetValueOrDefault} gives them. */
    public Optional<String> joined(String name) {
        return Optional.ofNullable(values.get(name)).map(all -> String.join(",", all));
    }
}
