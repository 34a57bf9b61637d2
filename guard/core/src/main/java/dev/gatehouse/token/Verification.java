package dev.gatehouse.token;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The outcome of verifying a token. */
public sealed interface Verification {

    /** Every check passed. */
    record Accepted(VerifiedCaller caller) implements Verification {}

    /**
     * At least one check did not pass.
     *
     * @param refusals never empty, in the order of {@link Reason}
     * @param ids present only if the signature holds
     * @param retryAfter how long until the same call may succeed; zero where no time helps
     */
    record Refused(List<CheckResult> refusals, Optional<TokenIds> ids, Duration retryAfter) implements Verification {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
