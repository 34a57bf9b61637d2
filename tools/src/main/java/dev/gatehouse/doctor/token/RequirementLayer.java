package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.jwt.UnverifiedJwt;
import dev.gatehouse.middleware.AccessChecks;
import dev.gatehouse.middleware.Authorities;
import dev.gatehouse.middleware.Authorizer;
import dev.gatehouse.middleware.DelegatedCaller;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.ClaimedCaller;
import dev.gatehouse.token.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The report on what the guard requires of a caller for each operation. */
record RequirementLayer(TokenAdvice advice) {
    private static final String RULE = "guard: requirement";

    /** For the token itself, by its unverified claims. */
    RuleReport ofCaller(Operation operation, Optional<ClaimedCaller> claimed) {
        Optional<Requirement> requirement = operation.requirement();
        if (requirement.isEmpty()) {
            return open();
        }
        if (claimed.flatMap(ClaimedCaller::kind).isEmpty()) {
            return new RuleReport(
                    RULE,
                    CheckResult.undecided(
                            Reason.CALLER_UNCLEAR,
                            needs(requirement.get()),
                            "it is unclear whether the token is for an app or for a user"),
                    "Fix what the guard refuses above.");
        }
        return checked(Authorities.claimed(claimed.get()), requirement.get());
    }

    /** For the caller that the gateway names in headers, with the same claims as its policy reads them. */
    RuleReport ofForwarded(Operation operation, UnverifiedJwt token) {
        Optional<Requirement> requirement = operation.requirement();
        if (requirement.isEmpty()) {
            return open();
        }
        Optional<DelegatedCaller> named = DelegatedCaller.said(
                token.client().orElse(""), token.text("oid").orElse(""), joined(token, "roles"), joined(token, "scp"));
        return named.map(caller -> checked(Authorities.of(caller), requirement.get()))
                .orElseGet(() -> advice.on(Layer.GUARD, RULE, Authorizer.NO_CALLER, List.of()));
    }

    /** The first check that refuses; otherwise the check that decides for this kind of caller. */
    private RuleReport checked(Authorities authorities, Requirement requirement) {
        List<CheckResult> results = AccessChecks.explain(authorities, requirement);
        CheckResult first = results.stream()
                .filter(result -> !result.isPassed())
                .findFirst()
                .orElseGet(() -> CheckResult.passed(Reason.ROLE_MISSING, needs(requirement), held(authorities)));
        return advice.on(Layer.GUARD, RULE, first, List.of());
    }

    private static RuleReport open() {
        return new RuleReport(RULE, CheckResult.passed(Reason.ROLE_MISSING, "nothing: it is public", ""), "");
    }

    /** Several values in the form that the gateway's policy writes. */
    private static String joined(UnverifiedJwt token, String claim) {
        return token.claims().get(claim) instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(" "))
                : token.text(claim).orElse("");
    }

    /** The requirement in words. */
    static String needs(Requirement requirement) {
        List<String> needs = new ArrayList<>();
        if (!requirement.appRoles().isEmpty()) {
            needs.add("an app: role " + String.join(" or ", requirement.appRoles()));
        }
        if (!requirement.scopes().isEmpty()) {
            String roles = String.join(" or ", requirement.userRoles());
            needs.add("a user: scope " + String.join(" or ", requirement.scopes())
                    + (roles.isEmpty() ? "" : ", and role " + roles));
        }
        return String.join("; ", needs);
    }

    private static String held(Authorities authorities) {
        return "roles " + authorities.roles() + ", scopes " + authorities.scopes();
    }
}
