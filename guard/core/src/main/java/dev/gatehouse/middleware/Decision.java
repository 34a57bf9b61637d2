package dev.gatehouse.middleware;

import dev.gatehouse.contract.Requirement;
import dev.gatehouse.token.TokenIds;
import dev.gatehouse.token.Violation;
import java.util.List;
import java.util.Optional;

/** Whether a call goes through. */
sealed interface Decision {
    record Admitted(AdmittedCaller caller) implements Decision {}

    /**
     * @param violations never empty; the first is what the caller is told
     * @param ids present only if the token's signature holds
     * @param speaksFor whom the gateway speaks for, if the call came so far
     * @param requirement what the operation needs, where that is what is missing
     */
    record Refused(
            List<Violation> violations,
            Optional<TokenIds> ids,
            Optional<DelegatedCaller> speaksFor,
            Optional<Requirement> requirement)
            implements Decision {

        static Refused because(Violation violation) {
            return new Refused(List.of(violation), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
