package dev.gatehouse.test;

import com.microsoft.azure.functions.ExecutionContext;
import dev.gatehouse.middleware.Caller;
import dev.gatehouse.middleware.GuardedContext;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls in a test: as a context with that caller ({@link #context}), or as a token ({@link TestIssuer#token}). Every change
 * makes a new one.
 *
 * @param caller as {@link Caller#of} gives it to the function
 */
public record TestCaller(Caller caller) {
    /** The tenant of every test caller, unless it is changed. */
    public static final String TENANT = "7e57ca11-0000-4000-8000-000000000001";
    /** The client application of every test caller, unless it is changed. */
    public static final String CLIENT = "7e57ca11-0000-4000-8000-000000000002";
    /** The object id of an app, unless it is changed. */
    public static final String APP = "7e57ca11-0000-4000-8000-000000000003";
    /** The object id of a user, unless it is changed. */
    public static final String USER = "7e57ca11-0000-4000-8000-000000000004";
    /** The gateway that calls with its managed identity. */
    public static final Caller.Actor GATEWAY =
            new Caller.Actor("7e57ca11-0000-4000-8000-000000000005", "7e57ca11-0000-4000-8000-000000000006");

    /** An application on its own behalf that holds these app roles. */
    public static TestCaller app(String... roles) {
        return new TestCaller(
                new Caller(Caller.Kind.APP, TENANT, APP, CLIENT, Set.of(roles), Set.of(), Optional.empty()));
    }

    /** A user who granted these scopes to the client application. */
    public static TestCaller user(String... scopes) {
        return new TestCaller(
                new Caller(Caller.Kind.USER, TENANT, USER, CLIENT, Set.of(), Set.of(scopes), Optional.empty()));
    }

    /** Roles in place of those it has; a user can hold some, too. */
    public TestCaller withRoles(String... roles) {
        return with(caller.tenant(), caller.objectId(), caller.client(), Set.of(roles), caller.actor());
    }

    /** @param objectId a GUID in lower case */
    public TestCaller withObjectId(String objectId) {
        return with(caller.tenant(), objectId, caller.client(), caller.roles(), caller.actor());
    }

    /** @param client a GUID in lower case; the guard of a test issuer rejects it, unless its settings allow it */
    public TestCaller withClient(String client) {
        return with(caller.tenant(), caller.objectId(), client, caller.roles(), caller.actor());
    }

    /** @param tenant a GUID in lower case; the guard of a test issuer rejects it, unless its settings allow it */
    public TestCaller withTenant(String tenant) {
        return with(tenant, caller.objectId(), caller.client(), caller.roles(), caller.actor());
    }

    /** The same caller behind a gateway that calls with its managed identity ({@link #GATEWAY}) on the caller's behalf. */
    public TestCaller throughGateway() {
        return with(caller.tenant(), caller.objectId(), caller.client(), caller.roles(), Optional.of(GATEWAY));
    }

    /** The context of a call that the guard let in with this caller. */
    public ExecutionContext context() {
        return context(new TestContext("test"));
    }

    /** The same, around a context that keeps what is logged. */
    public ExecutionContext context(TestContext worker) {
        return new GuardedContext(worker, Optional.of(caller), Optional.empty());
    }

    private TestCaller with(
            String tenant, String objectId, String client, Set<String> roles, Optional<Caller.Actor> actor) {
        return new TestCaller(new Caller(caller.kind(), tenant, objectId, client, roles, caller.scopes(), actor));
    }
}
