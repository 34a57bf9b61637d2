package dev.gatehouse.local.demo;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.local.chain.Flow;
import dev.gatehouse.local.entra.directory.AppRegistration;
import dev.gatehouse.local.entra.directory.ClientSecret;
import dev.gatehouse.local.entra.directory.Cloud;
import dev.gatehouse.local.entra.directory.Credentials;
import dev.gatehouse.local.entra.directory.Directory;
import dev.gatehouse.local.entra.directory.ManagedIdentity;
import dev.gatehouse.local.entra.directory.Principals;
import dev.gatehouse.local.entra.directory.Tenant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The tenant of the demonstration: two APIs, clients and users that differ in one point each, one managed identity. */
public final class DemoTenant {
    static final String READ = "Accounts.Read";
    static final String PROVISION = "Accounts.Provision";

    private static final Tenant TENANT = new Tenant(id("tenant"), Cloud.PUBLIC);

    private DemoTenant() {}

    /** The directory for a contract's roles and scopes: they belong to the registration that clients ask tokens for. */
    static Directory directory(Contract contract, ClientSecret secret, Flow flow) {
        List<AppRegistration> clients = Stream.of(
                        DemoClient.READER, DemoClient.PROVISIONER, DemoClient.UNASSIGNED, DemoClient.UNLISTED)
                .map(client -> AppRegistration.client(client.principal(), Credentials.secret(secret)))
                .toList();
        AppRegistration desktop =
                AppRegistration.client(DemoClient.DESKTOP.principal(), Credentials.publicClientOnly());
        List<AppRegistration> applications = Stream.of(
                        new DemoApis(contract, flow).all().stream(), Stream.of(desktop), clients.stream())
                .flatMap(all -> all)
                .toList();
        List<ManagedIdentity> identities = List.of(managedIdentity(), gatewayIdentity());
        return new Directory(
                TENANT, new Principals(applications, identities, DemoUser.all()), new DemoGrants(flow).all());
    }

    /** The API that the contract describes. */
    public static String apiClientId() {
        return id("api");
    }

    static String appIdUri(Contract contract) {
        return "api://" + contract.api();
    }

    /** The App ID URI that clients ask tokens for: the gateway's where it has a registration of its own, else the API's. */
    static String frontUri(Directory directory) {
        return directory
                .application(gatewayClientId())
                .or(() -> directory.application(apiClientId()))
                .orElseThrow()
                .api()
                .identifierUris()
                .get(0);
    }

    /** The gateway's own registration, in the flow in which it calls with its managed identity. */
    static String gatewayClientId() {
        return id("gateway");
    }

    static String frontClientId(Flow flow) {
        return flow == Flow.CALLER_TOKEN ? apiClientId() : gatewayClientId();
    }

    /** Another API of the tenant, whose tokens are of version 1 and of no use here. */
    public static String otherAppIdUri() {
        return "api://ledger";
    }

    public static ManagedIdentity managedIdentity() {
        String name = "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/nightly-report";
        return new ManagedIdentity(id("identity client"), id("identity principal"), "/subscriptions/demo" + name);
    }

    /** The gateway's. */
    public static ManagedIdentity gatewayIdentity() {
        String name = "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/gateway";
        return new ManagedIdentity(id("gateway identity"), id("gateway principal id"), "/subscriptions/demo" + name);
    }

    /** Ids that stay the same from start to start, so that commands can be repeated. */
    static String id(String name) {
        return UUID.nameUUIDFromBytes(
                        ("gatehouse demonstration " + name).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }
}
