package dev.gatehouse.local.demo;

import dev.gatehouse.Settings;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.local.chain.Deployment;
import dev.gatehouse.local.easyauth.EasyAuthSettings;
import dev.gatehouse.local.easyauth.EasyAuthSettings.AuthorizationPolicy;
import dev.gatehouse.local.entra.directory.ClientSecret;
import dev.gatehouse.local.entra.directory.Directory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The deployment of the demonstration, flow caller-token: tenant, audience and clients are one value each. */
public final class DemoDeployment {
    private static final String RATE_LIMIT_CALLS = "600";
    private static final String RATE_LIMIT_SECONDS = "60";

    private DemoDeployment() {}

    /** @param secret of every confidential client of the demonstration */
    public static Deployment of(Contract contract, ClientSecret secret) {
        Directory directory = DemoTenant.directory(contract, secret);
        return new Deployment(
                contract,
                directory,
                easyAuth(contract, directory),
                namedValues(contract, directory),
                appSettings(contract, directory));
    }

    private static EasyAuthSettings easyAuth(Contract contract, Directory directory) {
        Set<String> excluded = contract.operations().stream()
                .filter(Operation::isPublic)
                .map(operation -> "/api/" + operation.route())
                .collect(Collectors.toSet());
        String v1 = directory.tenant().authority().replaceFirst("/$", "");
        return new EasyAuthSettings(
                contract.tokenVersions().get(0).equals("2.0") ? v1 + "/v2.0" : v1,
                DemoTenant.apiClientId(),
                audiences(contract),
                new AuthorizationPolicy(Optional.of(DemoClient.allowed()), Optional.empty()),
                excluded);
    }

    private static Map<String, String> namedValues(Contract contract, Directory directory) {
        List<String> versions = contract.tokenVersions();
        return Map.of(
                "tenant-id", directory.tenant().id(),
                "audience", DemoTenant.apiClientId(),
                "v1-audience", versions.contains("1.0") ? DemoTenant.appIdUri(contract) : DemoTenant.apiClientId(),
                "token-version", versions.get(0),
                "other-token-version", versions.get(versions.size() - 1),
                "allowed-clients", String.join(" ", new TreeSet<>(DemoClient.allowed())),
                "rate-limit-calls", RATE_LIMIT_CALLS,
                "rate-limit-seconds", RATE_LIMIT_SECONDS);
    }

    private static Map<String, String> appSettings(Contract contract, Directory directory) {
        return Map.of(
                Settings.LOGIN_ENDPOINT, "https://" + directory.tenant().cloud().loginHost(),
                Settings.TENANT_IDS, directory.tenant().id(),
                Settings.API_CLIENT_ID, DemoTenant.apiClientId(),
                Settings.APP_ID_URIS, DemoTenant.appIdUri(contract),
                Settings.ALLOWED_CLIENTS, String.join(",", new TreeSet<>(DemoClient.allowed())),
                Settings.ALLOWED_PRINCIPALS, "any");
    }

    /** A version 2 token always names the client id, which Easy Auth accepts by itself. */
    private static Set<String> audiences(Contract contract) {
        return contract.tokenVersions().contains("1.0") ? Set.of(DemoTenant.appIdUri(contract)) : Set.of();
    }
}
