package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.entra.directory.ServicePrincipal;
import java.util.List;

/**
 * A client application of the demonstration.
 *
 * @param name of the registration, without its prefix
 * @param roles that the contract gives it
 */
public record DemoClient(String name, List<String> roles) {
    /** No role is assigned: Entra issues no token to it. */
    public static final DemoClient UNASSIGNED = new DemoClient("unassigned", List.of());

    /** Assigned a role manually, outside the deployment, so it is not on any list of allowed clients. */
    public static final DemoClient UNLISTED = new DemoClient("unlisted", List.of());

    /** A public client: a program on a user's machine, with a browser or by device code. */
    public static final DemoClient DESKTOP = new DemoClient("desktop", List.of());

    /** A single-page application: its page in the browser gets users' tokens. */
    public static final DemoClient PAGE = new DemoClient("page", List.of());

    /** A web application: its server gets users' tokens, with its secret. */
    public static final DemoClient SITE = new DemoClient("site", List.of());

    /** An application that has this role alone. */
    public static DemoClient withRole(String role) {
        return new DemoClient(role, List.of(role));
    }

    public DemoClient {
        roles = List.copyOf(roles);
    }

    public String clientId() {
        return DemoTenant.id("client " + name);
    }

    public ServicePrincipal principal() {
        return new ServicePrincipal(clientId(), DemoTenant.id("principal " + name), "demo-" + name, false);
    }
}
