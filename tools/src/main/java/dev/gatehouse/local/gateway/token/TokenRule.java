package dev.gatehouse.local.gateway.token;

import java.time.Clock;
import java.util.List;
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

    /** The token as far as its signers tell, and what is asked of it. */
    public record Findings(List<TokenFinding> all, Optional<TokenCheck.Genuine> token) {
        public Findings {
            all = List.copyOf(all);
        }
    }

    /** Asks everything, also behind a demand that is not met. */
    public Findings findings(String compact) {
        TokenCheck check = signers.apply(compact);
        return check instanceof TokenCheck.Genuine genuine
                ? new Findings(demands.findings(genuine, clock.instant()), Optional.of(genuine))
                : new Findings(
                        List.of(TokenFinding.of("form", ((TokenCheck.Refused) check).fault())), Optional.empty());
    }
}
