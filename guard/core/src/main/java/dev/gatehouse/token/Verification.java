package dev.gatehouse.token;

import java.util.List;
import java.util.Optional;

/** The outcome of verifying a token. */
public sealed interface Verification {

    /** Every rule holds. */
    record Accepted(VerifiedCaller caller) implements Verification {}

    /**
     * At least one rule is broken.
     *
     * @param violations never empty, in the order of {@link Reason}
     * @param ids present only if the signature holds
     */
    record Refused(List<Violation> violations, Optional<TokenIds> ids) implements Verification {
        public Refused {
            violations = Violation.inOrder(violations);
        }

        Refused(Violation violation) {
            this(List.of(violation), Optional.empty());
        }
    }

    /** The keys could not be read, so nobody can tell. */
    record Undecided(Violation violation) implements Verification {}
}
