package dev.gatehouse.middleware;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.token.Check;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.Checks;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.Verdict;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * What an operation asks of a caller. An app needs one of its app roles. A user needs a scope, which says what the client may do for the
 * user, and where the operation lists roles for users, one of those too, which says what the user may do
 * (https://learn.microsoft.com/entra/identity-platform/scenario-protected-web-api-verification-scope-app-roles).
 */
public final class AccessChecks {
    /** What a gateway needs to call on behalf of others. */
    public static final Requirement OF_GATEWAY = new Requirement(List.of(Contract.GATEWAY_ROLE), List.of(), List.of());

    private static final Checks<Access> ALL = new Checks<>(List.of(new RoleCheck(), new ScopeCheck()));

    /** A caller's authorities and what it takes. */
    private record Access(Authorities held, Requirement needed) {}

    private AccessChecks() {}

    /** What the operation asks and the caller lacks; empty where the authorities suffice. */
    static List<CheckResult> refusals(Authorities held, Requirement needed) {
        return ALL.refusals(new Access(held, needed));
    }

    /** The same checks in words. */
    public static List<CheckResult> explain(Authorities held, Requirement needed) {
        return ALL.explain(new Access(held, needed));
    }

    private record RoleCheck() implements Check<Access> {
        @Override
        public Verdict verdict(Access access) {
            boolean isNeeded = !(access.held().isUser() && needed(access).isEmpty());
            return Verdict.of(!isNeeded || hasAny(access.held().roles(), needed(access)));
        }

        @Override
        public CheckResult explain(Access access) {
            String kind = access.held().isUser() ? "user role" : "app role";
            return new CheckResult(
                    Reason.ROLE_MISSING,
                    verdict(access),
                    verdict(access) == Verdict.PASSED && needed(access).isEmpty()
                            ? "no role of a user"
                            : oneOf(kind, needed(access)),
                    held(access.held().roles()));
        }

        private static Collection<String> needed(Access access) {
            return access.held().isUser()
                    ? access.needed().userRoles()
                    : access.needed().appRoles();
        }
    }

    private record ScopeCheck() implements Check<Access> {
        @Override
        public Verdict verdict(Access access) {
            return Verdict.of(!access.held().isUser()
                    || hasAny(access.held().scopes(), access.needed().scopes()));
        }

        @Override
        public CheckResult explain(Access access) {
            return new CheckResult(
                    Reason.SCOPE_MISSING,
                    verdict(access),
                    access.held().isUser() ? oneOf("scope", access.needed().scopes()) : "no scope of an app",
                    held(access.held().scopes()));
        }
    }

    private static boolean hasAny(Collection<String> held, Collection<String> needed) {
        return !Collections.disjoint(needed, held);
    }

    private static String oneOf(String kind, Collection<String> values) {
        return values.isEmpty() ? "no " + kind + " gives access" : kind + " " + String.join(" or ", values);
    }

    private static String held(Collection<String> values) {
        return values.isEmpty() ? "none" : String.join(", ", new TreeSet<>(values));
    }
}
