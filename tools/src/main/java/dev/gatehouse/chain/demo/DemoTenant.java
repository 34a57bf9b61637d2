package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.Consent;
import dev.gatehouse.chain.entra.directory.Credentials;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.entra.directory.ExposedApi;
import dev.gatehouse.chain.entra.directory.Grants;
import dev.gatehouse.chain.entra.directory.ManagedIdentity;
import dev.gatehouse.chain.entra.directory.MicrosoftApps;
import dev.gatehouse.chain.entra.directory.Principals;
import dev.gatehouse.chain.entra.directory.Redirects;
import dev.gatehouse.chain.entra.directory.RoleAssignment;
import dev.gatehouse.chain.entra.directory.ServicePrincipal;
import dev.gatehouse.chain.entra.directory.TokenFormat;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Contract.Role;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.deployment.DeploymentFault;
import dev.gatehouse.deployment.Registrations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tenant of the demonstration: a client for each role of the contract, clients and users that each differ in one point, a
 * managed identity, a second API, and the deployed objects.
 *
 * @param secret of every confidential client
 * @param redirects addresses of applications from outside, beside {@link #LOOPBACK}
 */
public record DemoTenant(DemoSecret secret, Contract contract, Redirects redirects) {
    /** A redirect address of every client with which users sign in; its port makes no difference. */
    public static final String LOOPBACK = "http://localhost";

    /** For applications at {@link #LOOPBACK}. */
    public DemoTenant(DemoSecret secret, Contract contract) {
        this(secret, contract, Redirects.none());
    }

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
                            and(and(deployed.applications(), applications()), called(deployment)),
                            and(deployed.identities(), List.of(managedIdentity())),
                            DemoUser.all()),
                    new Grants(
                            assignments(deployed),
                            and(deployed.consents(), consents(deployed.front().clientId()))));
        } catch (IllegalArgumentException refused) {
            throw new DeploymentFault("in the tenant of the demonstration: " + refused.getMessage());
        }
    }

    /** Client ids that the deployment allows for the demonstration. */
    public List<String> allowed() {
        List<String> allowed = new ArrayList<>(
                clientsOfRoles().stream().map(DemoClient::clientId).toList());
        allowed.addAll(List.of(
                DemoClient.UNASSIGNED.clientId(),
                DemoClient.DESKTOP.clientId(),
                DemoClient.PAGE.clientId(),
                DemoClient.SITE.clientId(),
                managedIdentity().clientId()));
        return allowed;
    }

    /** A client for each role that applications can hold. */
    public List<DemoClient> clientsOfRoles() {
        return held("Application").map(DemoClient::withRole).toList();
    }

    /** The clients with a secret: those of the roles, and two that are refused. */
    public List<DemoClient> confidential() {
        return and(clientsOfRoles(), List.of(DemoClient.UNASSIGNED, DemoClient.UNLISTED));
    }

    /** The client whose calls show everything but roles; empty where applications can hold none. */
    public Optional<DemoClient> first() {
        return clientsOfRoles().stream().findFirst();
    }

    /** Whether users can be assigned to the API: Entra accepts no "default access" where an API declares roles. */
    boolean admitsUsers() {
        return contract.roles().isEmpty() || held("User").findAny().isPresent();
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

    private Stream<String> held(String memberType) {
        return contract.roles().stream()
                .filter(role -> role.allowedMemberTypes().contains(memberType))
                .map(Role::value);
    }

    private List<AppRegistration> applications() {
        return Stream.concat(
                        Stream.concat(Stream.of(other()), ofUsers()),
                        confidential().stream()
                                .map(client -> AppRegistration.client(
                                        client.principal(), Credentials.secret(secret.credential()))))
                .toList();
    }

    /** The clients with which users sign in. */
    private Stream<AppRegistration> ofUsers() {
        return Stream.of(
                AppRegistration.client(DemoClient.DESKTOP.principal(), Credentials.publicClientOnly())
                        .answeredAt(Redirects.ofPublicClient(LOOPBACK)),
                AppRegistration.client(DemoClient.PAGE.principal(), Credentials.none())
                        .answeredAt(new Redirects(and(redirects.spa(), List.of(LOOPBACK)), List.of(), List.of())),
                AppRegistration.client(DemoClient.SITE.principal(), Credentials.secret(secret.credential()))
                        .answeredAt(new Redirects(List.of(), and(redirects.web(), List.of(LOOPBACK)), List.of())));
    }

    /** What is in every tenant, and the APIs that the app calls onward, with the permissions that are asked for or granted. */
    private List<AppRegistration> called(Deployment deployment) {
        List<AppRegistration> microsofts =
                MicrosoftApps.of(deployment.tenant().cloud(), permissions(deployment, MicrosoftApps.GRAPH));
        Set<String> known = Stream.of(microsofts, deployment.registrations().applications(), applications())
                .flatMap(List::stream)
                .map(AppRegistration::clientId)
                .collect(Collectors.toSet());
        return Stream.concat(
                        microsofts.stream(),
                        contract.onward().stream()
                                .filter(api -> !known.contains(api.clientId()))
                                .map(api -> AppRegistration.api(
                                        new ServicePrincipal(
                                                api.clientId(),
                                                id("principal " + api.clientId()),
                                                api.resource(),
                                                false),
                                        new ExposedApi(
                                                List.of(api.resource()),
                                                TokenFormat.version(2),
                                                List.of(),
                                                permissions(deployment, api.clientId())))))
                .toList();
    }

    private List<String> permissions(Deployment deployment, String clientId) {
        return Stream.concat(
                        contract.onward().stream()
                                .filter(api -> api.clientId().equals(clientId))
                                .flatMap(api -> api.scopes().stream()),
                        deployment.registrations().consents().stream()
                                .filter(consent -> consent.resourceClientId().equals(clientId))
                                .flatMap(consent -> consent.scopes().stream()))
                .distinct()
                .toList();
    }

    private static AppRegistration other() {
        return AppRegistration.api(
                new ServicePrincipal(id("ledger"), id("ledger principal"), "ledger", false),
                new ExposedApi(
                        List.of(otherAppIdUri()), TokenFormat.version(1), List.of(), List.of("user_impersonation")));
    }

    /** The deployment's, and those of the clients and users that it does not know. */
    private List<RoleAssignment> assignments(Registrations deployed) {
        String front = deployed.front().clientId();
        List<RoleAssignment> assignments = new ArrayList<>(deployed.assignments());
        clientsOfRoles().forEach(client -> client.roles()
                .forEach(role ->
                        assignments.add(new RoleAssignment(client.principal().objectId(), front, role))));
        first().ifPresent(client -> Stream.of(
                        DemoClient.UNLISTED.principal().objectId(),
                        managedIdentity().objectId())
                .forEach(principal -> assignments.add(
                        new RoleAssignment(principal, front, client.roles().get(0)))));
        held("User").forEach(role -> DemoUser.all()
                .forEach(user -> assignments.add(new RoleAssignment(user.objectId(), front, role))));
        if (contract.roles().isEmpty()) {
            DemoUser.all()
                    .forEach(user ->
                            assignments.add(new RoleAssignment(user.objectId(), front, RoleAssignment.DEFAULT_ACCESS)));
        }
        return List.copyOf(new LinkedHashSet<>(assignments));
    }

    private List<Consent> consents(String front) {
        List<String> scopes =
                contract.scopes().stream().map(Contract.Scope::value).toList();
        if (scopes.isEmpty()) {
            return List.of();
        }
        return List.of(
                consent(DemoUser.ADA, front, scopes),
                consent(DemoUser.BOB, front, scopes.subList(scopes.size() - 1, scopes.size())));
    }

    private static Consent consent(DemoUser user, String resource, List<String> scopes) {
        return new Consent(
                DemoClient.DESKTOP.clientId(),
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
