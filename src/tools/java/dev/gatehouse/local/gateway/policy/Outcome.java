package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.gateway.expression.LastError;
import dev.gatehouse.local.http.Response;
import java.util.Optional;

/** What became of a call at a policy. */
sealed interface Outcome {

    /** The call as it was then. */
    Exchange exchange();

    /** The call goes on. */
    record Next(Exchange exchange) implements Outcome {}

    /**
     * A policy answered on purpose; nothing else runs.
     *
     * @param policy the id of the policy that decided
     */
    record Answered(Exchange exchange, Response response, Optional<String> policy) implements Outcome {

        /** The same answer, decided by the policy with this id unless an inner one has said so already. */
        Answered by(Optional<String> id) {
            return new Answered(exchange, response, policy.or(() -> id));
        }
    }

    /**
     * A policy failed; on-error runs with the failure's answer.
     *
     * @param error what on-error sees; empty until the statement that failed is known
     */
    record Failed(Exchange exchange, Failure failure, Optional<LastError> error) implements Outcome {
        Failed(Exchange exchange, Failure failure) {
            this(exchange, failure, Optional.empty());
        }
    }
}
