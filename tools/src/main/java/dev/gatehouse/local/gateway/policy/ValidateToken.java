package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.gateway.expression.Claims;
import dev.gatehouse.local.gateway.expression.Jwt;
import dev.gatehouse.local.gateway.token.TokenCheck;
import dev.gatehouse.local.gateway.token.TokenFault;
import dev.gatehouse.local.gateway.token.TokenFinding;
import dev.gatehouse.local.gateway.token.TokenReason;
import dev.gatehouse.local.gateway.token.TokenRule;
import java.util.List;
import java.util.Optional;

/**
 * Lets a call pass only with a token that the rule takes.
 *
 * @param variable the name of the variable that keeps it
 */
record ValidateToken(TokenPlace place, TokenRule rule, Refusal refusal, Optional<String> variable) implements Policy {

    /** The answer to a call without such a token; an empty message stands for API Management's own. */
    record Refusal(int status, Optional<String> message) {}

    @Override
    public Outcome apply(Exchange exchange) {
        TokenPlace.Presented presented = place.look(exchange);
        TokenCheck check = presented instanceof TokenPlace.Presented.Compact compact
                ? rule.check(compact.text())
                : new TokenCheck.Refused(((TokenPlace.Presented.Nothing) presented).fault());
        return check instanceof TokenCheck.Genuine genuine
                ? new Outcome.Next(admitted(exchange, genuine))
                : new Outcome.Failed(exchange, failure(((TokenCheck.Refused) check).fault()));
    }

    /**
     * What the policy asks of a token and finds, and how a call would go on if it were let in.
     *
     * @param next empty where nothing can be read in the token
     */
    record Findings(List<TokenFinding> all, Optional<Exchange> next) {}

    Findings findings(Exchange exchange) {
        TokenPlace.Presented presented = place.look(exchange);
        if (!(presented instanceof TokenPlace.Presented.Compact compact)) {
            TokenFault fault = ((TokenPlace.Presented.Nothing) presented).fault();
            return new Findings(
                    List.of(new TokenFinding("token", fault.expected(), fault.actual(), Optional.of(fault))),
                    Optional.empty());
        }
        TokenRule.Findings findings = rule.findings(compact.text());
        return new Findings(findings.all(), findings.token().map(token -> admitted(exchange, token)));
    }

    private Exchange admitted(Exchange exchange, TokenCheck.Genuine token) {
        Jwt jwt = new Jwt(Claims.of(token.claims()));
        return variable.map(name -> exchange.withVariable(name, jwt)).orElse(exchange);
    }

    private Failure failure(TokenFault fault) {
        String own = fault.reason() == TokenReason.TOKEN_NOT_PRESENT ? "JWT not present." : "Invalid JWT.";
        return new Failure(
                fault.reason().title(),
                fault.expected(),
                fault.actual(),
                Failure.answer(refusal.status(), refusal.message().orElse(own)));
    }
}
