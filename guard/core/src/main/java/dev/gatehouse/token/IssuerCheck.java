package dev.gatehouse.token;

import java.util.Optional;
import java.util.Set;

/**
 * {@code iss} is an issuer whose keys signed the token.
 *
 * @param acceptsAny whether a token passes where its issuers are absent; otherwise that is undecided, which refuses
 */
record IssuerCheck(CheckId id, boolean acceptsAny) implements Check<TokenUnderCheck> {
    @Override
    public Verdict verdict(TokenUnderCheck token) {
        Optional<Set<String>> issuers = token.issuers();
        if (issuers.isEmpty() && acceptsAny) {
            return Verdict.PASSED;
        }
        return issuers.isEmpty() || issuers.get().isEmpty()
                ? Verdict.UNDECIDED
                : Verdict.of(TokenChecks.isOneOf(token.claims().text("iss"), issuers.get()));
    }

    @Override
    public CheckResult explain(TokenUnderCheck token) {
        String expected = token.issuers()
                .filter(issuers -> !issuers.isEmpty())
                .map(TokenChecks::anyOf)
                .orElse(verdict(token) == Verdict.PASSED ? "any issuer" : "the issuer that the metadata names");
        return new CheckResult(id, verdict(token), expected, token.claims().shown("iss"));
    }
}
