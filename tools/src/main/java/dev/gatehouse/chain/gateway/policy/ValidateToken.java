package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.Jwt;
import dev.gatehouse.chain.gateway.expression.JwtClaims;
import dev.gatehouse.chain.gateway.token.TokenDemands;
import dev.gatehouse.chain.gateway.token.TokenReason;
import dev.gatehouse.chain.gateway.token.TokenRule;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.TokenUnderCheck;
import java.util.List;
import java.util.Optional;

/**
 * Requires a token that the rule accepts.
 *
 * @param variable the name of the variable that stores it
 */
record ValidateToken(TokenPlace place, TokenRule rule, Refusal refusal, Optional<String> variable) implements Policy {

    /** The response to a call without such a token; an empty message means API Management's own. */
    record Refusal(int status, Optional<String> message) {}

    @Override
    public PolicyOutcome apply(Exchange exchange) {
        TokenPlace.Presented presented = place.look(exchange);
        if (!(presented instanceof TokenPlace.Presented.Compact compact)) {
            return failed(exchange, ((TokenPlace.Presented.Nothing) presented).fault());
        }
        TokenRule.Checked checked = rule.check(compact.text());
        return checked.refusal().isPresent()
                ? failed(exchange, checked.refusal().get())
                : new PolicyOutcome.Next(accepted(exchange, checked.token().orElseThrow()));
    }

    /** All requirements of the policy in words. */
    List<TokenDemands.Explained> explain(Exchange exchange) {
        TokenPlace.Presented presented = place.look(exchange);
        return presented instanceof TokenPlace.Presented.Compact compact
                ? rule.explain(compact.text())
                : List.of(new TokenDemands.Explained(((TokenPlace.Presented.Nothing) presented).fault(), List.of()));
    }

    /** The call as it would continue if its token were accepted; empty if no token can be read. */
    Optional<Exchange> asIfAccepted(Exchange exchange) {
        return place.look(exchange) instanceof TokenPlace.Presented.Compact compact
                ? rule.check(compact.text()).token().map(token -> accepted(exchange, token))
                : Optional.empty();
    }

    private Exchange accepted(Exchange exchange, TokenUnderCheck token) {
        Jwt jwt = new Jwt(JwtClaims.of(token.claims().asMap()));
        return variable.map(name -> exchange.withVariable(name, jwt)).orElse(exchange);
    }

    private PolicyOutcome failed(Exchange exchange, CheckResult fault) {
        boolean isAbsent = fault.id().code().equals(TokenReason.TOKEN_NOT_PRESENT.title());
        String own = isAbsent ? "JWT not present." : "Invalid JWT.";
        return new PolicyOutcome.Failed(
                exchange,
                new PolicyFailure(
                        fault.id().code(),
                        fault.expected(),
                        fault.actual(),
                        PolicyFailure.answer(refusal.status(), refusal.message().orElse(own))));
    }
}
