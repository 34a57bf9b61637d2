package dev.gatehouse.chain.gateway.token;

import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.TokenUnderCheck;
import java.util.List;
import java.util.Optional;

/** Whose tokens a policy accepts, and its requirements for them. */
public record TokenRule(TokenSigners signers, TokenDemands demands) {

    /**
     * The result for a text.
     *
     * @param token empty if the text is not a readable token
     * @param refusal empty if the token is accepted
     */
    public record Checked(Optional<TokenUnderCheck> token, Optional<CheckResult> refusal) {}

    public Checked check(String compact) {
        TokenSigners.Presented presented = signers.read(compact);
        if (presented instanceof TokenSigners.Presented.Token read) {
            return new Checked(Optional.of(read.token()), demands.refusal(read.token()));
        }
        return new Checked(Optional.empty(), Optional.of(((TokenSigners.Presented.Nothing) presented).fault()));
    }

    /** All requirements in words, including those after the first that is not met. */
    public List<TokenDemands.Explained> explain(String compact) {
        TokenSigners.Presented presented = signers.read(compact);
        return presented instanceof TokenSigners.Presented.Token read
                ? demands.explain(read.token())
                : List.of(new TokenDemands.Explained(((TokenSigners.Presented.Nothing) presented).fault(), List.of()));
    }
}
