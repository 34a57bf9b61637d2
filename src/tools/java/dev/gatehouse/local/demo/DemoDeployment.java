package dev.gatehouse.local.demo;

import dev.gatehouse.Settings;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.local.chain.Deployment;
import dev.gatehouse.local.chain.Flow;
import dev.gatehouse.local.chain.Validation;
import dev.gatehouse.local.easyauth.EasyAuthSettings;
import dev.gatehouse.local.easyauth.EasyAuthSettings.AuthorizationPolicy;
import dev.gatehouse.local.entra.directory.ClientSecret;
import dev.gatehouse.local.entra.directory.Directory;
import dev.gatehouse.local.entra.directory.ManagedIdentity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The deployment of the demonstration: tenant, audience and clients are one value each. */
public record DemoDeployment(Contract contract, Flow flow, Validation validation) {
    private static final String RATE_LIMIT_CALLS = "600";
    private static final String RATE_LIMIT_SECONDS = "60";
    private static final ManagedIdentity GATEWAY = DemoTenant.gatewayIdentity();

    /** @param secret of every confidential client of the demonstration */
    public Deployment with(ClientSecret secret) {
        Directory directory = DemoTenant.directory(contract, secret, flow);
        return new Deployment(
                flow,
                validation,
                contract,
                directory,
                isGateway() ? List.of(GATEWAY.clientId()) : List.of(),
                easyAuth(directory),
                namedValues(directory),
                appSettings(directory));
    }

    private EasyAuthSettings easyAuth(Directory directory) {
        Set<String> excluded = contract.operations().stream()
                .filter(Operation::isPublic)
                .map(operation -> "/api/" + operation.route())
                .collect(Collectors.toSet());
        String v1 = directory.tenant().authority().replaceFirst("/$", "");
        return new EasyAuthSettings(
                contract.tokenVersions().get(0).equals("2.0") ? v1 + "/v2.0" : v1,
                DemoTenant.apiClientId(),
                acceptsVersionOne() ? Set.of(DemoTenant.appIdUri(contract)) : Set.of(),
                new AuthorizationPolicy(
                        Optional.of(atTheFunction()),
                        isGateway() ? Optional.of(Set.of(GATEWAY.objectId())) : Optional.empty()),
                excluded);
    }

    private Map<String, String> namedValues(Directory directory) {
        List<String> versions = contract.tokenVersions();
        String front = DemoTenant.frontClientId(flow);
        Map<String, String> values = new HashMap<>();
        values.put("tenant-id", directory.tenant().id());
        values.put("login-endpoint", "https://" + directory.tenant().cloud().loginHost());
        values.put("sts-endpoint", "https://" + directory.tenant().cloud().stsHost());
        values.put("token-version", versions.get(0));
        values.put("other-token-version", versions.get(versions.size() - 1));
        values.put("allowed-clients", String.join(" ", new TreeSet<>(DemoClient.allowed())));
        values.put("rate-limit-calls", RATE_LIMIT_CALLS);
        values.put("rate-limit-seconds", RATE_LIMIT_SECONDS);
        if (isGateway()) {
            values.put("gateway-audience", front);
            values.put("api-resource", DemoTenant.appIdUri(contract));
            values.put("gateway-identity-client-id", GATEWAY.clientId());
        } else {
            values.put("audience", front);
            values.put("v1-audience", acceptsVersionOne() ? DemoTenant.frontUri(directory) : front);
        }
        return values;
    }

    private Map<String, String> appSettings(Directory directory) {
        return Map.of(
                Settings.LOGIN_ENDPOINT,
                "https://" + directory.tenant().cloud().loginHost(),
                Settings.TENANT_IDS,
                directory.tenant().id(),
                Settings.API_CLIENT_ID,
                DemoTenant.apiClientId(),
                Settings.APP_ID_URIS,
                DemoTenant.appIdUri(contract),
                Settings.ALLOWED_CLIENTS,
                String.join(",", new TreeSet<>(atTheFunction())),
                Settings.ALLOWED_PRINCIPALS,
                isGateway() ? GATEWAY.objectId() : "any",
                Settings.FORWARDING_GATEWAY,
                isGateway() ? GATEWAY.objectId() : "none");
    }

    /** The client applications that the function app sees. */
    private Set<String> atTheFunction() {
        return isGateway() ? Set.of(GATEWAY.clientId()) : DemoClient.allowed();
    }

    private boolean isGateway() {
        return flow == Flow.GATEWAY_IDENTITY;
    }

    private boolean acceptsVersionOne() {
        return contract.tokenVersions().contains("1.0");
    }
}
