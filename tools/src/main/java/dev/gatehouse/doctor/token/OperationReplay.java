package dev.gatehouse.doctor.token;

import dev.gatehouse.contract.Operation;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.middleware.Authorities;
import dev.gatehouse.middleware.Authorizer;
import dev.gatehouse.middleware.DelegatedCaller;
import dev.gatehouse.token.Explanation.Claimed;
import dev.gatehouse.token.VerifiedCaller;
import dev.gatehouse.token.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the guard asks of a caller for each operation. */
record OperationReplay(Replay replay) {
    private static final String RULE = "guard: requirement";

    /** Of the token itself, by its unverified words. */
    RuleReport ofCaller(Operation operation, Optional<Claimed> claimed) {
        Optional<Requirement> requirement = operation.requirement();
        if (requirement.isEmpty()) {
            return passed("nothing: it is public", "");
        }
        if (claimed.flatMap(Claimed::kind).isEmpty()) {
            return new RuleReport(
                    RULE,
                    Optional.empty(),
                    "",
                    needs(requirement.get()),
                    "the token does not say clearly who calls",
                    "Mend what the guard refuses above.");
        }
        return judged(authorities(claimed.get()), requirement.get());
    }

    /** Of the caller that the gateway names, as its policy reads the token: the same words, in headers. */
    RuleReport ofForwarded(Operation operation, Decoded token) {
        Optional<Requirement> requirement = operation.requirement();
        if (requirement.isEmpty()) {
            return passed("nothing: it is public", "");
        }
        Optional<DelegatedCaller> named = DelegatedCaller.said(
                token.client().orElse(""), token.text("oid").orElse(""), joined(token, "roles"), joined(token, "scp"));
        return named.map(caller -> judged(Authorities.of(caller), requirement.get()))
                .orElseGet(() -> replay.refused(RULE, Authorizer.NO_CALLER));
    }

    private RuleReport judged(Authorities authorities, Requirement requirement) {
        Optional<Violation> missing = authorities.missing(requirement).stream().findFirst();
        return missing.map(violation -> replay.refused(RULE, violation))
                .orElseGet(() -> passed(needs(requirement), held(authorities)));
    }

    private static RuleReport passed(String expected, String actual) {
        return new RuleReport(RULE, Optional.of(true), "", expected, actual, "");
    }

    /** As Jwt.Claims has it: several values with commas between them. */
    private static String joined(Decoded token, String claim) {
        return token.claims().get(claim) instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(","))
                : token.text(claim).orElse("");
    }

    /** In words. */
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

    static String held(Authorities authorities) {
        return "roles " + authorities.roles() + ", scopes " + authorities.scopes();
    }

    static Authorities authorities(Claimed claimed) {
        return new Authorities(
                claimed.kind().equals(Optional.of(VerifiedCaller.Kind.USER)), claimed.roles(), claimed.scopes());
    }
}
