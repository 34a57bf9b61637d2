package dev.gatehouse.local.demo;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.local.chain.Flow;
import dev.gatehouse.local.entra.directory.Consent;
import dev.gatehouse.local.entra.directory.Grants;
import dev.gatehouse.local.entra.directory.RoleAssignment;
import java.util.List;
import java.util.stream.Stream;

/** Who was given what, at the registration that clients ask tokens for. */
record DemoGrants(Flow flow) {

    Grants all() {
        Stream<RoleAssignment> apps = Stream.of(
                role(DemoClient.READER.principal().objectId(), DemoTenant.READ),
                role(DemoClient.PROVISIONER.principal().objectId(), DemoTenant.PROVISION),
                role(DemoClient.UNLISTED.principal().objectId(), DemoTenant.READ),
                role(DemoTenant.managedIdentity().objectId(), DemoTenant.READ));
        Stream<RoleAssignment> users =
                DemoUser.all().stream().map(user -> role(user.objectId(), RoleAssignment.DEFAULT_ACCESS));
        return new Grants(
                Stream.of(apps, users, gateway()).flatMap(all -> all).toList(),
                List.of(
                        consent(DemoUser.ADA, List.of("accounts.read", "profile.read")),
                        consent(DemoUser.BOB, List.of("profile.read"))));
    }

    private Stream<RoleAssignment> gateway() {
        return flow == Flow.CALLER_TOKEN
                ? Stream.empty()
                : Stream.of(new RoleAssignment(
                        DemoTenant.gatewayIdentity().objectId(), DemoTenant.apiClientId(), Contract.GATEWAY_ROLE));
    }

    private RoleAssignment role(String principal, String role) {
        return new RoleAssignment(principal, DemoTenant.frontClientId(flow), role);
    }

    private Consent consent(DemoUser user, List<String> scopes) {
        String desktop = DemoClient.DESKTOP.principal().clientId();
        return new Consent(
                desktop,
                DemoTenant.frontClientId(flow),
                scopes,
                List.of(user.user().objectId()));
    }
}
