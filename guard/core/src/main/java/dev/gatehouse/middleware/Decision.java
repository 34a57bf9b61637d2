package dev.gatehouse.middleware;

import dev.gatehouse.contract.Operation;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.TokenIds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether a call goes through. */
sealed interface Decision {
    /**
     * @param ids of the token that was presented: the caller's own, or the gateway's
     * @param token that was presented
     */
    record Admitted(Caller caller, TokenIds ids, PresentedToken token) implements Decision {}

    /** The operation is public. */
    record Open() implements Decision {}

    /**
     * @param refusals never empty; the caller gets the first
     * @param ids present only if the token's signature holds
     * @param onBehalfOf the caller whom the gateway names, if the call came so far
     * @param operations those of the function, where the answer says what they need or which there are
     * @param retryAfter how long until the same call may succeed; zero where no time helps
     */
    record Refused(
            List<CheckResult> refusals,
            Optional<TokenIds> ids,
            Optional<DelegatedCaller> onBehalfOf,
            List<Operation> operations,
            Duration retryAfter)
            implements Decision {

        static Refused because(CheckResult refusal) {
            return new Refused(List.of(refusal), Optional.empty(), Optional.empty(), List.of(), Duration.ZERO);
        }
    }

    /** The guard itself failed, which refuses. */
    record Failed(Throwable fault) implements Decision {}

    /** Who was let in; empty for a public operation and for a refused call. */
    default Optional<Caller> letIn() {
        return this instanceof Admitted admitted ? Optional.of(admitted.caller()) : Optional.empty();
    }

    /** The token of who was let in; empty where it is the token of a gateway that calls for others. */
    default Optional<PresentedToken> ownToken() {
        return this instanceof Admitted admitted && admitted.caller().actor().isEmpty()
                ? Optional.of(admitted.token())
                : Optional.empty();
    }
}
