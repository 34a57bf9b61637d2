package dev.gatehouse.middleware;

import dev.gatehouse.contract.Requirement;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.ClaimedCaller;
import dev.gatehouse.token.VerifiedCaller;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a caller holds. An app's role and a user's role are different things, even by the same name.
 *
 * @param isUser whether a user calls through an application, or an application alone
 */
public record Authorities(boolean isUser, Collection<String> roles, Collection<String> scopes) {

    static Authorities of(VerifiedCaller caller) {
        return new Authorities(caller.isUser(), caller.roles(), caller.scopes());
    }

    public static Authorities of(DelegatedCaller caller) {
        return new Authorities(caller.isUser(), caller.roles(), caller.scopes());
    }

    /** By a token's unverified words: for explanations only. */
    public static Authorities claimed(ClaimedCaller caller) {
        boolean isUser = caller.kind().equals(Optional.of(VerifiedCaller.Kind.USER));
        return new Authorities(isUser, caller.roles(), caller.scopes());
    }

    /** What an operation asks and these authorities lack, in the order of the reasons; empty where they suffice. */
    public List<CheckResult> missing(Requirement requirement) {
        return AccessChecks.refusals(this, requirement);
    }
}
