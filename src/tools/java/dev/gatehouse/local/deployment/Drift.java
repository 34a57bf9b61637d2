package dev.gatehouse.local.deployment;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.local.easyauth.EasyAuthSettings;
import dev.gatehouse.local.entra.directory.AppRegistration;
import dev.gatehouse.local.gateway.Api;
import dev.gatehouse.local.gateway.GatewaySettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where a deployment is not what contract and policies would make of it by now.
 *
 * @param policies the folder of the policies
 */
public record Drift(Contract contract, Path policies) {
    private static final String ANYWHERE = "no-host.invalid";

    /** The differences, each with the resource and the property. */
    public List<String> from(Deployment deployment) {
        List<String> differences =
                new ArrayList<>(registration(deployment.registrations().front()));
        deployment.easyAuth().ifPresent(easyAuth -> differences.addAll(excluded(easyAuth)));
        GatewaySettings gateway = deployment.gateway(ANYWHERE, java.util.Map.of());
        differences.addAll(versions(gateway));
        Api api = gateway.api();
        differences.addAll(
                compared("API, properties.path", Set.of(api.identity().path()), Set.of(contract.api())));
        differences.addAll(operations(api));
        differences.addAll(new PolicyDrift(contract, policies).from(gateway.global(), api, deployment.flow()));
        return List.copyOf(differences);
    }

    private List<String> registration(AppRegistration front) {
        String title = "registration " + front.principal().displayName() + ", ";
        Set<String> roles = contract.roles().stream()
                .map(role -> role.value() + " for " + new TreeSet<>(role.allowedMemberTypes()))
                .collect(Collectors.toSet());
        Set<String> deployed = front.api().roles().stream()
                .map(role -> role.value() + " for " + new TreeSet<>(role.allowedMemberTypes()))
                .collect(Collectors.toSet());
        List<String> differences = new ArrayList<>();
        differences.addAll(compared(title + "appRoles", deployed, roles));
        differences.addAll(compared(
                title + "api.oauth2PermissionScopes",
                Set.copyOf(front.api().scopes()),
                contract.scopes().stream().map(Contract.Scope::value).collect(Collectors.toSet())));
        differences.addAll(compared(
                title + "api.requestedAccessTokenVersion",
                Set.of(front.api().format().version() + ".0"),
                Set.of(contract.tokenVersions().get(0))));
        return differences;
    }

    private List<String> excluded(EasyAuthSettings easyAuth) {
        Set<String> open = contract.operations().stream()
                .filter(dev.gatehouse.contract.Operation::isPublic)
                .map(operation -> "/api/" + operation.route())
                .collect(Collectors.toSet());
        return compared(
                "authsettingsV2, globalValidation.excludedPaths",
                easyAuth.access().excludedPaths(),
                open);
    }

    private List<String> versions(GatewaySettings gateway) {
        List<String> accepted = contract.tokenVersions();
        Set<String> deployed = new TreeSet<>();
        for (String name : List.of("token-version", "other-token-version")) {
            Optional.ofNullable(gateway.service().namedValues().get(name)).ifPresent(deployed::add);
        }
        return compared("named values token-version, other-token-version", deployed, Set.copyOf(accepted));
    }

    private List<String> operations(Api api) {
        Set<String> published = contract.operations().stream()
                .filter(operation -> !operation.isPublic())
                .map(operation -> operation.function() + " " + operation.method() + " " + operation.route())
                .collect(Collectors.toSet());
        Set<String> deployed = api.operations().stream()
                .map(operation -> operation.name() + " " + operation.method() + " " + operation.template())
                .collect(Collectors.toSet());
        return compared("API " + api.identity().path() + ", operations", deployed, published);
    }

    private static List<String> compared(String what, Set<String> deployed, Set<String> expected) {
        return deployed.equals(expected)
                ? List.of()
                : List.of(what + ": deployed " + new TreeSet<>(deployed) + ", the contract says "
                        + new TreeSet<>(expected));
    }
}
