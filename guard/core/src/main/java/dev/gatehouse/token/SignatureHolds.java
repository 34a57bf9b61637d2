package dev.gatehouse.token;

import java.util.function.Function;

/** A key that the issuer publishes has signed the token. */
record SignatureHolds(Function<Reason, CheckId> ids) implements Check<TokenUnderCheck> {
    @Override
    public Verdict verdict(TokenUnderCheck token) {
        return token.signature().verdict();
    }

    @Override
    public CheckResult explain(TokenUnderCheck token) {
        return token.signature()
                .fault()
                .map(fault -> fault.as(ids.apply(fault.reason())))
                .orElseGet(() -> CheckResult.passed(
                        ids.apply(Reason.SIGNATURE_INVALID),
                        "a signature by key " + token.keyId(),
                        "a signature by that key"));
    }

    @Override
    public boolean isGate() {
        return true;
    }
}
