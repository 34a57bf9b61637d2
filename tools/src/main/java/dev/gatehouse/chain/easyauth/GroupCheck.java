package dev.gatehouse.chain.easyauth;

import dev.gatehouse.token.Check;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.TokenUnderCheck;
import dev.gatehouse.token.Verdict;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether the token's {@code groups} has one of the allowed ones. Entra leaves the claim out where a user has too many groups
 * (https://learn.microsoft.com/security/zero-trust/develop/configure-tokens-group-claims-app-roles): then it is not decided here.
 */
record GroupCheck(Set<String> allowed) implements Check<TokenUnderCheck> {
    GroupCheck {
        allowed = Set.copyOf(allowed);
    }

    @Override
    public Verdict verdict(TokenUnderCheck token) {
        if (token.claims().has("hasgroups") || token.claims().has("_claim_names")) {
            return Verdict.UNDECIDED;
        }
        return Verdict.of(!Collections.disjoint(token.claims().values("groups"), allowed));
    }

    @Override
    public CheckResult explain(TokenUnderCheck token) {
        return new CheckResult(
                EasyAuthChecks.Id.GROUP,
                verdict(token),
                String.join(" or ", new TreeSet<>(allowed)),
                token.claims().shown("groups"));
    }
}
