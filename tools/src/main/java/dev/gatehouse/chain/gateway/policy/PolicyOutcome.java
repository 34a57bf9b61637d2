package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.Jwt;
import dev.gatehouse.chain.gateway.expression.LastError;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.redaction.Redaction;
import java.util.Optional;
import java.util.stream.Collectors;

/** What became of a call at a policy. */
sealed interface PolicyOutcome {

    /** The call as it was then. */
    Exchange exchange();

    /** The call goes on. */
    record Next(Exchange exchange) implements PolicyOutcome {}

    /**
     * A policy answered on purpose; nothing else runs.
     *
     * @param policy the id of the policy that decided
     */
    record Answered(Exchange exchange, Response response, Optional<String> policy) implements PolicyOutcome {

        /** The same answer, decided by the policy with this id unless an inner one has said so already. */
        Answered by(Optional<String> id) {
            return new Answered(exchange, response, policy.or(() -> id));
        }

        /** The answer, and the token that it was decided by, for an operator. */
        String shown() {
            return "answered " + response.status() + "; the token has " + claims();
        }

        /** The claims that decide on access, of the token that a policy has kept. */
        private String claims() {
            return exchange.context().variables().values().stream()
                    .filter(Jwt.class::isInstance)
                    .map(Jwt.class::cast)
                    .findFirst()
                    .map(jwt -> DecidingClaims.of(jwt).entrySet().stream()
                            .map(claim -> claim.getKey() + " " + Redaction.of(claim.getValue()))
                            .collect(Collectors.joining(", ")))
                    .orElse("not been validated");
        }
    }

    /**
     * A policy failed; on-error runs with the failure's answer.
     *
     * @param error what on-error sees; empty until the statement that failed is known
     */
    record Failed(Exchange exchange, PolicyFailure failure, Optional<LastError> error) implements PolicyOutcome {
        Failed(Exchange exchange, PolicyFailure failure) {
            this(exchange, failure, Optional.empty());
        }
    }
}
