package dev.gatehouse.middleware;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.VerifiedCaller;
import dev.gatehouse.token.Violation;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What somebody may do. An app's role and a user's role are different things, even by the same name.
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

    /** What an operation asks and this permission lacks. */
    public Optional<Violation> missing(Requirement requirement) {
        return isUser ? missingOfUser(requirement) : missingOfApp(requirement.appRoles());
    }

    /** What a gateway must have to speak for others, if this permission lacks it. */
    public Optional<Violation> missingOfGateway() {
        return isUser
                ? violation(Reason.ROLE_MISSING, List.of(Contract.GATEWAY_ROLE), "app role", List.of())
                : missingOfApp(List.of(Contract.GATEWAY_ROLE));
    }

    private Optional<Violation> missingOfApp(Collection<String> needed) {
        return anyOf(needed, roles) ? Optional.empty() : violation(Reason.ROLE_MISSING, needed, "app role", roles);
    }

    private Optional<Violation> missingOfUser(Requirement requirement) {
        return anyOf(requirement.scopes(), scopes) || anyOf(requirement.userRoles(), roles)
                ? Optional.empty()
                : violation(Reason.SCOPE_MISSING, requirement.scopes(), "scope", scopes);
    }

    private static boolean anyOf(Collection<String> needed, Collection<String> held) {
        return !Collections.disjoint(needed, held);
    }

    private static Optional<Violation> violation(
            Reason reason, Collection<String> needed, String kind, Collection<String> held) {
        String expected = needed.isEmpty() ? "no " + kind + " admits here" : kind + " " + String.join(" or ", needed);
        String actual = held.isEmpty() ? "none" : String.join(", ", new TreeSet<>(held));
        return Optional.of(new Violation(reason, expected, actual));
    }
}
