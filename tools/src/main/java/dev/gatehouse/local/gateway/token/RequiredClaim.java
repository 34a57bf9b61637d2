package dev.gatehouse.local.gateway.token;

import dev.gatehouse.local.gateway.expression.Claims;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A claim that a token must carry, compared exactly.
 *
 * @param values the values asked for
 * @param match whether the claim must hold all of them or any
 * @param separator splits each value of the token's claim; empty for none
 */
public record RequiredClaim(String name, List<String> values, Match match, Optional<String> separator) {

    /** How many of the values the claim must hold. */
    public enum Match {
        ALL,
        ANY
    }

    public RequiredClaim {
        values = List.copyOf(values);
    }

    Optional<TokenFault> fault(Claims claims) {
        String wanted = "claim " + name + " with " + match.name().toLowerCase(Locale.ROOT) + " of " + values;
        if (!claims.has(name)) {
            return Optional.of(new TokenFault(TokenReason.TOKEN_CLAIM_NOT_FOUND, wanted, "none"));
        }
        List<String> held = claims.all(name).stream().flatMap(this::split).toList();
        boolean satisfied =
                match == Match.ALL ? held.containsAll(values) : values.stream().anyMatch(held::contains);
        return satisfied
                ? Optional.empty()
                : Optional.of(new TokenFault(TokenReason.TOKEN_CLAIM_VALUE_NOT_ALLOWED, wanted, held.toString()));
    }

    private Stream<String> split(String value) {
        return separator.isPresent()
                ? Arrays.stream(value.split(Pattern.quote(separator.get()), -1))
                : Stream.of(value);
    }
}
