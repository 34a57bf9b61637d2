package dev.gatehouse.local.demo;

import dev.gatehouse.local.entra.directory.ServicePrincipal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The client applications of the demonstration. */
enum DemoClient {
    /** Assigned Accounts.Read. */
    READER(true),
    /** Assigned Accounts.Provision. */
    PROVISIONER(true),
    /** Assigned nothing: Entra issues no token to it. */
    UNASSIGNED(true),
    /** Assigned Accounts.Read, but on nobody's list of allowed clients. */
    UNLISTED(false),
    /** A public client through which users sign in with a device code. */
    DESKTOP(true);

    private final boolean listed;

    DemoClient(boolean listed) {
        this.listed = listed;
    }

    ServicePrincipal principal() {
        String name = name().toLowerCase(Locale.ROOT);
        return new ServicePrincipal(
                DemoTenant.id("client " + name), DemoTenant.id("principal " + name), "demo-" + name, false);
    }

    /** The client ids on the allow-list, the managed identity's among them. */
    static Set<String> allowed() {
        Stream<String> clients = Arrays.stream(values())
                .filter(client -> client.listed)
                .map(client -> client.principal().clientId());
        return Stream.concat(clients, Stream.of(DemoTenant.managedIdentity().clientId()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
