package dev.gatehouse.local.gateway.token;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** Whose tokens a policy takes, and what it asks of them. */
public record TokenRule(Function<String, TokenCheck> signers, TokenDemands demands, Clock clock) {

    public TokenCheck check(String compact) {
        TokenCheck check = signers.apply(compact);
        if (!(check instanceof TokenCheck.Genuine genuine)) {
            return check;
        }
        Optional<TokenFault> fault = demands.fault(genuine, clock.instant());
        return fault.isPresent() ? new TokenCheck.Refused(fault.get()) : genuine;
    }
}
