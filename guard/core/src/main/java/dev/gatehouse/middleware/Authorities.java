package dev.gatehouse.middleware;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.VerifiedCaller;
import dev.gatehouse.token.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * What a caller may do. An app's role and a user's role are different things, even by the same name. A user needs a scope and,
 * where the operation lists roles for users, one of those too
 * (https://learn.microsoft.com/entra/identity-platform/scenario-protected-web-api-verification-scope-app-roles).
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

    /** What an operation asks and these authorities lack, in the order of {@link Reason}; empty where they suffice. */
    public List<Violation> missing(Requirement requirement) {
        return isUser ? missingOfUser(requirement) : missingOfApp(requirement.appRoles());
    }

    /** What a gateway must have to speak for others, if these authorities lack it. */
    public List<Violation> missingOfGateway() {
        return isUser
                ? List.of(violation(Reason.ROLE_MISSING, List.of(Contract.GATEWAY_ROLE), "app role", List.of()))
                : missingOfApp(List.of(Contract.GATEWAY_ROLE));
    }

    private List<Violation> missingOfApp(Collection<String> needed) {
        return anyOf(needed, roles) ? List.of() : List.of(violation(Reason.ROLE_MISSING, needed, "app role", roles));
    }

    /** Scopes say what the client may do for the user, roles what the user may do: where both are listed, both are needed. */
    private List<Violation> missingOfUser(Requirement requirement) {
        boolean hasRole = requirement.userRoles().isEmpty() || anyOf(requirement.userRoles(), roles);
        boolean hasScope = anyOf(requirement.scopes(), scopes);
        if (hasRole && hasScope) {
            return List.of();
        }
        List<Violation> missing = new ArrayList<>(2);
        if (!hasRole) {
            missing.add(violation(Reason.ROLE_MISSING, requirement.userRoles(), "user role", roles));
        }
        if (!hasScope) {
            missing.add(violation(Reason.SCOPE_MISSING, requirement.scopes(), "scope", scopes));
        }
        return missing;
    }

    private static boolean anyOf(Collection<String> needed, Collection<String> held) {
        return !Collections.disjoint(needed, held);
    }

    private static Violation violation(Reason reason, Collection<String> needed, String kind, Collection<String> held) {
        String expected = needed.isEmpty() ? "no " + kind + " admits here" : kind + " " + String.join(" or ", needed);
        String actual = held.isEmpty() ? "none" : String.join(", ", new TreeSet<>(held));
        return new Violation(reason, expected, actual);
    }
}
