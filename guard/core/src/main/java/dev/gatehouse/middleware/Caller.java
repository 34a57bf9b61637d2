package dev.gatehouse.middleware;

import com.microsoft.azure.functions.ExecutionContext;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.token.VerifiedCaller;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * On whose behalf a function runs: whoever data belongs to. The same in both flows: where the gateway calls with an identity of its
 * own, this is the caller that the gateway checked, and the gateway is {@link #actor()}. Names of people are left out, as they are
 * no ground for a decision.
 *
 * @param tenant the tenant's id ({@code tid})
 * @param objectId of the user, or of the service principal of the app ({@code oid}): with the tenant, the key to store data under
 * @param client id of the client application ({@code azp}, in tokens of version 1 {@code appid})
 * @param roles the app roles given to the app, or the roles given to the user: {@link #kind} says which
 * @param scopes that the user granted the client application; empty unless a user calls
 * @param actor who speaks for the caller, where it is not the caller itself (RFC 8693 §4.1)
 */
public record Caller(
        Kind kind,
        String tenant,
        String objectId,
        String client,
        Set<String> roles,
        Set<String> scopes,
        Optional<Actor> actor) {

    /** Who can call. */
    public enum Kind {
        /** An application on its own behalf; one whose identity Azure manages, too. */
        APP,
        /** A user through an application. */
        USER
    }

    /**
     * The gateway that calls with its managed identity.
     *
     * @param client id of that identity
     * @param objectId of its service principal
     */
    public record Actor(String client, String objectId) {}

    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /**
     * The caller of the running function, from the context that the guard handed to it.
     *
     * @throws IllegalStateException where no guard decided on the call, and where the operation is public
     */
    public static Caller of(ExecutionContext context) {
        return find(context)
                .orElseThrow(() -> new IllegalStateException(
                        "there is no caller: the operation is public, or the context did not come from the guard"));
    }

    /** The same; empty where {@link #of} would throw. */
    public static Optional<Caller> find(ExecutionContext context) {
        return context instanceof GuardedContext guarded ? guarded.caller() : Optional.empty();
    }

    public boolean isUser() {
        return kind == Kind.USER;
    }

    /** The same caller, whose token may be from before these were retired. */
    Caller without(Contract.Retired retired) {
        if (retired.equals(Contract.Retired.NOTHING)) {
            return this;
        }
        Set<String> held = new HashSet<>(roles);
        retired.roles().forEach(role -> held.remove(role.value()));
        Set<String> granted = new HashSet<>(scopes);
        retired.scopes().forEach(scope -> granted.remove(scope.value()));
        return new Caller(kind, tenant, objectId, client, held, granted, actor);
    }

    static Caller of(VerifiedCaller verified) {
        return new Caller(
                verified.isUser() ? Kind.USER : Kind.APP,
                verified.tenant(),
                verified.objectId(),
                verified.client(),
                Set.copyOf(verified.roles()),
                Set.copyOf(verified.scopes()),
                Optional.empty());
    }

    static Caller of(DelegatedCaller delegated, VerifiedCaller gateway) {
        return new Caller(
                delegated.isUser() ? Kind.USER : Kind.APP,
                gateway.tenant(),
                delegated.objectId(),
                delegated.client(),
                Set.copyOf(delegated.roles()),
                Set.copyOf(delegated.scopes()),
                Optional.of(new Actor(gateway.client(), gateway.objectId())));
    }
}
