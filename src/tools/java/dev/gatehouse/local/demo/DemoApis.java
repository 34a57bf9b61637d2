package dev.gatehouse.local.demo;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.local.chain.Flow;
import dev.gatehouse.local.entra.directory.AppRegistration;
import dev.gatehouse.local.entra.directory.AppRole;
import dev.gatehouse.local.entra.directory.ExposedApi;
import dev.gatehouse.local.entra.directory.OptionalClaim;
import dev.gatehouse.local.entra.directory.ServicePrincipal;
import dev.gatehouse.local.entra.directory.TokenFormat;
import java.util.List;

/** The APIs of the tenant: the contract's, another, and the gateway's own registration where it has one. */
record DemoApis(Contract contract, Flow flow) {

    List<AppRegistration> all() {
        return flow == Flow.CALLER_TOKEN
                ? List.of(api(contractsOwn(DemoTenant.appIdUri(contract))), other())
                : List.of(api(forTheGatewayOnly()), gateway(), other());
    }

    private AppRegistration api(ExposedApi exposed) {
        return AppRegistration.api(
                new ServicePrincipal(DemoTenant.apiClientId(), DemoTenant.id("api principal"), contract.api(), true),
                exposed);
    }

    private AppRegistration gateway() {
        String name = contract.api() + "-gateway";
        return AppRegistration.api(
                new ServicePrincipal(DemoTenant.gatewayClientId(), DemoTenant.id("gateway app principal"), name, true),
                contractsOwn("api://" + name));
    }

    private static AppRegistration other() {
        ExposedApi exposed = new ExposedApi(
                List.of(DemoTenant.otherAppIdUri()), TokenFormat.version(1), List.of(), List.of("user_impersonation"));
        return AppRegistration.api(
                new ServicePrincipal(DemoTenant.id("ledger"), DemoTenant.id("ledger principal"), "ledger", false),
                exposed);
    }

    private ExposedApi contractsOwn(String uri) {
        List<AppRole> roles = contract.roles().stream()
                .map(role -> new AppRole(
                        DemoTenant.id("role " + role.value()), role.value(), List.copyOf(role.allowedMemberTypes())))
                .toList();
        return new ExposedApi(
                List.of(uri),
                format(),
                roles,
                contract.scopes().stream().map(Contract.Scope::value).toList());
    }

    private ExposedApi forTheGatewayOnly() {
        AppRole role = AppRole.forApplications(DemoTenant.id("role gateway"), Contract.GATEWAY_ROLE);
        return new ExposedApi(List.of(DemoTenant.appIdUri(contract)), format(), List.of(role), List.of());
    }

    private TokenFormat format() {
        int version = contract.tokenVersions().get(0).equals("2.0") ? 2 : 1;
        return new TokenFormat(version, List.of(OptionalClaim.of("idtyp")));
    }
}
