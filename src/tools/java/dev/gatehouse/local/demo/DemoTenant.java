package dev.gatehouse.local.demo;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.local.entra.directory.AppRegistration;
import dev.gatehouse.local.entra.directory.AppRole;
import dev.gatehouse.local.entra.directory.ClientSecret;
import dev.gatehouse.local.entra.directory.Cloud;
import dev.gatehouse.local.entra.directory.Consent;
import dev.gatehouse.local.entra.directory.Credentials;
import dev.gatehouse.local.entra.directory.Directory;
import dev.gatehouse.local.entra.directory.ExposedApi;
import dev.gatehouse.local.entra.directory.Grants;
import dev.gatehouse.local.entra.directory.ManagedIdentity;
import dev.gatehouse.local.entra.directory.OptionalClaim;
import dev.gatehouse.local.entra.directory.Principals;
import dev.gatehouse.local.entra.directory.RoleAssignment;
import dev.gatehouse.local.entra.directory.ServicePrincipal;
import dev.gatehouse.local.entra.directory.Tenant;
import dev.gatehouse.local.entra.directory.TokenFormat;
import dev.gatehouse.local.entra.directory.User;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The tenant of the demonstration: two APIs, clients and users that differ in one point each, one managed identity. */
public final class DemoTenant {
    static final String READ = "Accounts.Read";
    static final String PROVISION = "Accounts.Provision";

    private static final Tenant TENANT = new Tenant(id("tenant"), Cloud.PUBLIC);

    private DemoTenant() {}

    /** The directory for a contract's roles and scopes. */
    static Directory directory(Contract contract, ClientSecret secret) {
        List<AppRegistration> clients = Stream.of(
                        DemoClient.READER, DemoClient.PROVISIONER, DemoClient.UNASSIGNED, DemoClient.UNLISTED)
                .map(client -> AppRegistration.client(client.principal(), Credentials.secret(secret)))
                .toList();
        AppRegistration desktop =
                AppRegistration.client(DemoClient.DESKTOP.principal(), Credentials.publicClientOnly());
        List<AppRegistration> applications = Stream.concat(
                        Stream.of(api(contract), otherApi(), desktop), clients.stream())
                .toList();
        return new Directory(
                TENANT, new Principals(applications, List.of(managedIdentity()), DemoUser.all()), grants());
    }

    /** The API that the contract describes. */
    static String apiClientId() {
        return id("api");
    }

    static String appIdUri(Contract contract) {
        return "api://" + contract.api();
    }

    static String apiUri(Directory directory) {
        return directory
                .application(apiClientId())
                .orElseThrow()
                .api()
                .identifierUris()
                .get(0);
    }

    /** Another API of the tenant, whose tokens are of version 1 and of no use here. */
    static String otherAppIdUri() {
        return "api://ledger";
    }

    static ManagedIdentity managedIdentity() {
        String name = "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/nightly-report";
        return new ManagedIdentity(id("identity client"), id("identity principal"), "/subscriptions/demo" + name);
    }

    /** Ids that stay the same from start to start, so that commands can be repeated. */
    static String id(String name) {
        return UUID.nameUUIDFromBytes(
                        ("gatehouse demonstration " + name).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    private static AppRegistration api(Contract contract) {
        List<AppRole> roles = contract.roles().stream()
                .map(role ->
                        new AppRole(id("role " + role.value()), role.value(), List.copyOf(role.allowedMemberTypes())))
                .toList();
        int version = contract.tokenVersions().get(0).equals("2.0") ? 2 : 1;
        ExposedApi exposed = new ExposedApi(
                List.of(appIdUri(contract)),
                new TokenFormat(version, List.of(OptionalClaim.of("idtyp"))),
                roles,
                contract.scopes().stream().map(Contract.Scope::value).toList());
        return AppRegistration.api(
                new ServicePrincipal(apiClientId(), id("api principal"), contract.api(), true), exposed);
    }

    private static AppRegistration otherApi() {
        ExposedApi exposed = new ExposedApi(
                List.of(otherAppIdUri()), TokenFormat.version(1), List.of(), List.of("user_impersonation"));
        return AppRegistration.api(
                new ServicePrincipal(id("ledger"), id("ledger principal"), "ledger", false), exposed);
    }

    private static Grants grants() {
        Stream<RoleAssignment> apps = Stream.of(
                role(DemoClient.READER.principal().objectId(), READ),
                role(DemoClient.PROVISIONER.principal().objectId(), PROVISION),
                role(DemoClient.UNLISTED.principal().objectId(), READ),
                role(managedIdentity().objectId(), READ));
        Stream<RoleAssignment> users =
                DemoUser.all().stream().map(user -> role(user.objectId(), RoleAssignment.DEFAULT_ACCESS));
        return new Grants(
                Stream.concat(apps, users).toList(),
                List.of(
                        consent(DemoUser.ADA.user(), List.of("accounts.read", "profile.read")),
                        consent(DemoUser.BOB.user(), List.of("profile.read"))));
    }

    private static RoleAssignment role(String principal, String role) {
        return new RoleAssignment(principal, apiClientId(), role);
    }

    private static Consent consent(User user, List<String> scopes) {
        String desktop = DemoClient.DESKTOP.principal().clientId();
        return new Consent(desktop, apiClientId(), scopes, List.of(user.objectId()));
    }
}
