package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.Jwt;
import dev.gatehouse.chain.gateway.expression.LastError;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.redaction.Redaction;
import java.util.Optional;
import java.util.stream.Collectors;

/** The result of a policy for a call. */
sealed interface PolicyOutcome {

    /** The call after the policy. */
    Exchange exchange();

    /** The call goes on. */
    record Next(Exchange exchange) implements PolicyOutcome {}

    /**
     * A policy returned a response; no other policy runs.
     *
     * @param policy the id of the policy that decided
     */
    record Answered(Exchange exchange, Response response, Optional<String> policy) implements PolicyOutcome {

        /** The same response, decided by the policy with this id unless an inner policy is already recorded. */
        Answered by(Optional<String> id) {
            return new Answered(exchange, response, policy.or(() -> id));
        }

        /** The response and the token that decided it, for an operator. */
        String shown() {
            return "status " + response.status() + "; the token has " + claims();
        }

        /** The claims that decide on access, of the token stored by a policy. */
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
     * @param error the error for on-error; empty until the failed statement is known
     */
    record Failed(Exchange exchange, PolicyFailure failure, Optional<LastError> error) implements PolicyOutcome {
        Failed(Exchange exchange, PolicyFailure failure) {
            this(exchange, failure, Optional.empty());
        }
    }
}
