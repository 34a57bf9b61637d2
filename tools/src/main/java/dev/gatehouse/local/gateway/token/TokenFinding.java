package dev.gatehouse.local.gateway.token;

import java.util.Optional;

/**
 * One question to a token and its answer, for people who look for a reason.
 *
 * @param rule what is asked about, such as {@code audience}
 * @param fault empty where the token meets the demand
 */
public record TokenFinding(String rule, String expected, String actual, Optional<TokenFault> fault) {

    static TokenFinding of(String rule, TokenFault fault) {
        return new TokenFinding(rule, fault.expected(), fault.actual(), Optional.of(fault));
    }
}
