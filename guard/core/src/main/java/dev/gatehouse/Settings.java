package dev.gatehouse;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.token.TokenPolicy;
import dev.gatehouse.token.TokenVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an environment decides, read once from its app settings; {@code local.settings.json.example} lists each.
 *
 * @param loginEndpoint the cloud's login service, without a trailing slash
 * @param tenants ids of the tenants whose tokens are accepted
 * @param apiClientId the client id of the API's registration: the audience
 * @param appIdUris the API's App ID URIs: audiences of v1 tokens beside the client id
 * @param allowedClients client ids of the applications that may call
 * @param allowedPrincipals object ids of the principals that may call; empty where the setting says {@code any}
 * @param forwardingGateway object id of the gateway's identity, which may speak for its callers; empty where the setting
 *     says {@code none}
 */
public record Settings(
        String loginEndpoint,
        Set<String> tenants,
        String apiClientId,
        Set<String> appIdUris,
        Set<String> allowedClients,
        Optional<Set<String>> allowedPrincipals,
        Optional<String> forwardingGateway) {

    public static final String LOGIN_ENDPOINT = "GATEHOUSE_LOGIN_ENDPOINT";
    public static final String TENANT_IDS = "GATEHOUSE_TENANT_IDS";
    public static final String API_CLIENT_ID = "GATEHOUSE_API_CLIENT_ID";
    public static final String APP_ID_URIS = "GATEHOUSE_APP_ID_URIS";
    public static final String ALLOWED_CLIENTS = "GATEHOUSE_ALLOWED_CLIENTS";
    public static final String ALLOWED_PRINCIPALS = "GATEHOUSE_ALLOWED_PRINCIPALS";

    public static final String FORWARDING_GATEWAY = "GATEHOUSE_FORWARDING_GATEWAY";

    /** The outcome of reading settings. */
    public sealed interface Reading {
        record Valid(Settings settings) implements Reading {}

        /** Every problem at once, each naming its setting. */
        record Faulty(List<String> problems) implements Reading {}
    }

    public Settings {
        tenants = Set.copyOf(tenants);
        appIdUris = Set.copyOf(appIdUris);
        allowedClients = Set.copyOf(allowedClients);
        allowedPrincipals = allowedPrincipals.map(Set::copyOf);
    }

    /** Reads the settings; a missing or malformed one is never replaced by a default. */
    public static Reading read(Map<String, String> environment) {
        SettingReader reader = new SettingReader(environment, new ArrayList<>());
        Settings settings = new Settings(
                reader.loginEndpoint(LOGIN_ENDPOINT),
                reader.guids(TENANT_IDS),
                reader.guid(API_CLIENT_ID),
                reader.appIdUris(APP_ID_URIS),
                reader.guids(ALLOWED_CLIENTS),
                reader.guidsOrAny(ALLOWED_PRINCIPALS),
                reader.guidOrNone(FORWARDING_GATEWAY));
        return reader.problems().isEmpty()
                ? new Reading.Valid(settings)
                : new Reading.Faulty(List.copyOf(reader.problems()));
    }

    /** What a token must say here, in the versions that the contract accepts. */
    public TokenPolicy tokenPolicy(Contract contract) {
        return tokenPolicy(contract.tokenVersions().stream()
                .map(version -> TokenVersion.of(version).orElseThrow())
                .collect(Collectors.toSet()));
    }

    /** The same for these versions. */
    TokenPolicy tokenPolicy(Set<TokenVersion> versions) {
        return new TokenPolicy(
                versions,
                tenants,
                new TokenPolicy.Audience(apiClientId, appIdUris),
                new TokenPolicy.AllowList(allowedClients, allowedPrincipals));
    }
}
