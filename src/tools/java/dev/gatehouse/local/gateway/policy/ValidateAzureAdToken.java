package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.gateway.expression.Claims;
import dev.gatehouse.local.gateway.expression.Jwt;
import dev.gatehouse.local.gateway.token.TokenCheck;
import dev.gatehouse.local.gateway.token.TokenDemands;
import dev.gatehouse.local.gateway.token.TokenFault;
import dev.gatehouse.local.gateway.token.TokenReason;
import java.util.EnumSet;
import java.util.Optional;

/** {@code validate-azure-ad-token}: lets a call pass only with a token of the tenant that meets every demand. */
record ValidateAzureAdToken(TokenPlace place, Wanted wanted, Refusal refusal, Surroundings surroundings)
        implements Policy {
    static final PolicyKind KIND = new PolicyKind(
            "validate-azure-ad-token",
            EnumSet.of(Section.INBOUND),
            Shape.empty()
                    .needing("tenant-id")
                    .allowing(
                            "header-name",
                            "query-parameter-name",
                            "token-value",
                            "failed-validation-httpcode",
                            "failed-validation-error-message",
                            "output-token-variable-name")
                    .holding("client-application-ids", "audiences", "required-claims"),
            ValidateAzureAdTokenReader::compile);

    /** Whose token, with what in it, and the name of the variable that keeps it. */
    record Wanted(String tenant, TokenDemands demands, Optional<String> variable) {}

    /** The answer to a call without such a token; an empty message stands for API Management's own. */
    record Refusal(int status, Optional<String> message) {}

    @Override
    public Outcome apply(Exchange exchange) {
        TokenCheck verdict = verdict(exchange);
        return verdict instanceof TokenCheck.Genuine genuine
                ? new Outcome.Next(admitted(exchange, genuine))
                : new Outcome.Failed(exchange, failure(((TokenCheck.Refused) verdict).fault()));
    }

    private TokenCheck verdict(Exchange exchange) {
        TokenPlace.Presented presented = place.look(exchange);
        if (presented instanceof TokenPlace.Presented.Nothing nothing) {
            return new TokenCheck.Refused(nothing.fault());
        }
        String compact = ((TokenPlace.Presented.Compact) presented).text();
        TokenCheck check = surroundings.tokens().check(compact, wanted.tenant());
        if (!(check instanceof TokenCheck.Genuine genuine)) {
            return check;
        }
        Optional<TokenFault> fault =
                wanted.demands().fault(genuine, surroundings.clock().instant());
        return fault.isPresent() ? new TokenCheck.Refused(fault.get()) : genuine;
    }

    private Exchange admitted(Exchange exchange, TokenCheck.Genuine token) {
        Jwt jwt = new Jwt(Claims.of(token.claims().asMap()));
        return wanted.variable().map(name -> exchange.withVariable(name, jwt)).orElse(exchange);
    }

    private Failure failure(TokenFault fault) {
        String own = fault.reason() == TokenReason.TOKEN_NOT_PRESENT ? "JWT not present." : "Invalid JWT.";
        return new Failure(
                fault.reason().title(),
                "expected " + fault.expected() + "; actual " + fault.actual(),
                Failure.answer(refusal.status(), refusal.message().orElse(own)));
    }
}
