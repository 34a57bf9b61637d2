package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.entra.directory.ServicePrincipal;
import java.util.Locale;

/**
 * The client applications of the demonstration. All but one are in {@code infra/demonstration-clients.json}, which says
 * what the deployment assigns to them.
 */
public enum DemoClient {
    /** Assigned Accounts.Read. */
    READER,
    /** Assigned Accounts.Provision. */
    PROVISIONER,
    /** Assigned nothing: Entra issues no token to it. */
    UNASSIGNED,
    /** Assigned Accounts.Read by hand, past the deployment, which does not know it: it is on nobody's list of allowed clients. */
    UNLISTED,
    /** A public client through which users sign in with a device code. */
    DESKTOP;

    public ServicePrincipal principal() {
        String name = name().toLowerCase(Locale.ROOT);
        return new ServicePrincipal(
                DemoTenant.id("client " + name), DemoTenant.id("principal " + name), "demo-" + name, false);
    }
}
