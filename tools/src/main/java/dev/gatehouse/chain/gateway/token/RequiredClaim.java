package dev.gatehouse.chain.gateway.token;

import dev.gatehouse.chain.gateway.expression.JwtClaims;
import dev.gatehouse.token.Check;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.TokenUnderCheck;
import dev.gatehouse.token.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A claim that a token must carry, compared exactly.
 *
 * @param values the required values
 * @param match whether the claim must contain all of them or any
 * @param separator splits each value of the token's claim; empty for none
 */
public record RequiredClaim(String name, List<String> values, Match match, Optional<String> separator) {

    /** How many of the values the claim must contain. */
    public enum Match {
        ALL,
        ANY
    }

    public RequiredClaim {
        values = List.copyOf(values);
    }

    Check<TokenUnderCheck> check() {
        return new HoldsValues(this);
    }

    private record HoldsValues(RequiredClaim claim) implements Check<TokenUnderCheck> {
        @Override
        public Verdict verdict(TokenUnderCheck token) {
            List<String> held = claim.held(token);
            return Verdict.of(
                    claim.match == Match.ALL
                            ? claim.isIn(token) && held.containsAll(claim.values)
                            : claim.values.stream().anyMatch(held::contains));
        }

        @Override
        public CheckResult explain(TokenUnderCheck token) {
            TokenReason failure =
                    claim.isIn(token) ? TokenReason.TOKEN_CLAIM_VALUE_NOT_ALLOWED : TokenReason.TOKEN_CLAIM_NOT_FOUND;
            return new CheckResult(
                    GatewayCheckId.ofClaim(failure, claim.name),
                    verdict(token),
                    "claim " + claim.name + " with " + claim.match.name().toLowerCase(Locale.ROOT) + " of "
                            + claim.values,
                    claim.isIn(token) ? String.join(", ", claim.held(token)) : CheckResult.ABSENT);
        }
    }

    private boolean isIn(TokenUnderCheck token) {
        return JwtClaims.of(token.claims().asMap()).has(name);
    }

    private List<String> held(TokenUnderCheck token) {
        return JwtClaims.of(token.claims().asMap()).all(name).stream()
                .flatMap(this::split)
                .toList();
    }

    private Stream<String> split(String value) {
        return separator.isPresent()
                ? Arrays.stream(value.split(Pattern.quote(separator.get()), -1))
                : Stream.of(value);
    }
}
