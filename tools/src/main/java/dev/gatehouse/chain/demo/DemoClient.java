package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.entra.directory.ServicePrincipal;
import java.util.Locale;

/**
 * The client applications of the demonstration. All but one are in {@code infra/demonstration-clients.json}, which lists
 * the roles that the deployment assigns to them.
 */
public enum DemoClient {
    /** Assigned Accounts.Read. */
    READER,
    /** Assigned Accounts.Provision. */
    PROVISIONER,
    /** No role assigned: Entra issues no token to it. */
    UNASSIGNED,
    /** Assigned Accounts.Read manually, outside the deployment, so it is not on any list of allowed clients. */
    UNLISTED,
    /** A public client with which users sign in by device code. */
    DESKTOP;

    public ServicePrincipal principal() {
        String name = name().toLowerCase(Locale.ROOT);
        return new ServicePrincipal(
                DemoTenant.id("client " + name), DemoTenant.id("principal " + name), "demo-" + name, false);
    }
}
