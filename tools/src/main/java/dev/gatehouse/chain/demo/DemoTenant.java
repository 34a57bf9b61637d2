package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.Consent;
import dev.gatehouse.chain.entra.directory.Credentials;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.entra.directory.ExposedApi;
import dev.gatehouse.chain.entra.directory.Grants;
import dev.gatehouse.chain.entra.directory.ManagedIdentity;
import dev.gatehouse.chain.entra.directory.Principals;
import dev.gatehouse.chain.entra.directory.RoleAssignment;
import dev.gatehouse.chain.entra.directory.ServicePrincipal;
import dev.gatehouse.chain.entra.directory.TokenFormat;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.deployment.DeploymentFault;
import dev.gatehouse.deployment.Registrations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The tenant of the demonstration: clients and users that each differ in one point, a managed identity, a second API,
 * and the deployed objects.
 *
 * @param secret of every confidential client
 */
public record DemoTenant(DemoSecret secret) {
    static final String READ = "Accounts.Read";
    static final String PROVISION = "Accounts.Provision";

    /**
     * The content of the local Entra after the deployment and the users' consents.
     *
     * @throws DeploymentFault when Entra would reject the deployed objects
     */
    public Directory with(Deployment deployment) {
        Registrations deployed = deployment.registrations();
        try {
            return new Directory(
                    deployment.tenant(),
                    new Principals(
                            and(deployed.applications(), applications()),
                            and(deployed.identities(), List.of(managedIdentity())),
                            DemoUser.all()),
                    new Grants(and(deployed.assignments(), byHand(deployed)), consents(deployed)));
        } catch (IllegalArgumentException refused) {
            throw new DeploymentFault("in the tenant of the demonstration: " + refused.getMessage());
        }
    }

    /** Another API of the tenant; its tokens have version 1 and must be rejected by this API. */
    public static String otherAppIdUri() {
        return "api://ledger";
    }

    public static ManagedIdentity managedIdentity() {
        String name = "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/nightly-report";
        return new ManagedIdentity(id("identity client"), id("identity principal"), "/subscriptions/demo" + name);
    }

    /** An id that is the same at every start, so that commands can be repeated. */
    static String id(String name) {
        return UUID.nameUUIDFromBytes(("gatehouse demonstration " + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private List<AppRegistration> applications() {
        Stream<AppRegistration> confidential = Stream.of(
                        DemoClient.READER, DemoClient.PROVISIONER, DemoClient.UNASSIGNED, DemoClient.UNLISTED)
                .map(client -> AppRegistration.client(client.principal(), Credentials.secret(secret.credential())));
        AppRegistration desktop =
                AppRegistration.client(DemoClient.DESKTOP.principal(), Credentials.publicClientOnly());
        return Stream.concat(Stream.of(other(), desktop), confidential).toList();
    }

    private static AppRegistration other() {
        return AppRegistration.api(
                new ServicePrincipal(id("ledger"), id("ledger principal"), "ledger", false),
                new ExposedApi(
                        List.of(otherAppIdUri()), TokenFormat.version(1), List.of(), List.of("user_impersonation")));
    }

    /** A role assigned manually by an administrator who did not add the client to the deployment's list. */
    private static List<RoleAssignment> byHand(Registrations deployed) {
        String unlisted = DemoClient.UNLISTED.principal().objectId();
        return List.of(new RoleAssignment(unlisted, deployed.front().clientId(), READ));
    }

    private static List<Consent> consents(Registrations deployed) {
        String front = deployed.front().clientId();
        return List.of(
                consent(DemoUser.ADA, front, List.of("accounts.read", "profile.read")),
                consent(DemoUser.BOB, front, List.of("profile.read")));
    }

    private static Consent consent(DemoUser user, String resource, List<String> scopes) {
        return new Consent(
                DemoClient.DESKTOP.principal().clientId(),
                resource,
                scopes,
                List.of(user.user().objectId()));
    }

    private static <T> List<T> and(List<T> some, List<T> others) {
        List<T> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
