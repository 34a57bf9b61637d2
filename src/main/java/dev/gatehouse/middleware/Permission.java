package dev.gatehouse.middleware;

import dev.gatehouse.contract.Requirement;
import dev.gatehouse.token.Caller;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.Violation;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeSet;

/** Holds a caller against an operation's requirement. An app's role and a user's role are different things, even by the same name. */
final class Permission {
    private Permission() {}

    static Optional<Violation> missing(Requirement requirement, Caller caller) {
        return caller.isUser() ? missingOfUser(requirement, caller) : missingOfApp(requirement, caller);
    }

    private static Optional<Violation> missingOfApp(Requirement requirement, Caller app) {
        return anyOf(requirement.appRoles(), app.roles())
                ? Optional.empty()
                : violation(Reason.ROLE_MISSING, requirement.appRoles(), "app role", app.roles());
    }

    private static Optional<Violation> missingOfUser(Requirement requirement, Caller user) {
        return anyOf(requirement.scopes(), user.scopes()) || anyOf(requirement.userRoles(), user.roles())
                ? Optional.empty()
                : violation(Reason.SCOPE_MISSING, requirement.scopes(), "scope", user.scopes());
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
