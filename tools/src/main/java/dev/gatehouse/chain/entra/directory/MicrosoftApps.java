package dev.gatehouse.chain.entra.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Microsoft's own applications that are in every tenant, as far as an app of this project gets tokens for them. */
public final class MicrosoftApps {
    public static final String GRAPH = "00000003-0000-0000-c000-000000000000";
    public static final String STORAGE = "e406a681-f3d4-42a8-90b6-c2b029497af1";

    /** AAD Token Exchange Endpoint: Public. The {@code aud} of its tokens, which have version 2. */
    public static final String TOKEN_EXCHANGE = "fb60f99c-7a34-4190-8149-302f77469936";

    /** Permissions that every client may have; Graph's own are those that an API asks for. */
    private static final List<String> OPENID = List.of("openid", "profile", "email", "offline_access", "User.Read");

    private MicrosoftApps() {}

    /** @param graphPermissions delegated permissions of Microsoft Graph, beside the most common */
    public static List<AppRegistration> of(Cloud cloud, Collection<String> graphPermissions) {
        Set<String> scopes = new LinkedHashSet<>(OPENID);
        scopes.addAll(graphPermissions);
        return List.of(
                app(GRAPH, "Microsoft Graph", "https://" + cloud.graphHost(), 1, new ArrayList<>(scopes)),
                app(STORAGE, "Azure Storage", "https://storage.azure.com", 1, List.of("user_impersonation")),
                app(TOKEN_EXCHANGE, "AAD Token Exchange Endpoint", cloud.tokenExchange(), 2, List.of()));
    }

    private static AppRegistration app(String clientId, String name, String uri, int version, List<String> scopes) {
        String objectId = clientId.replaceFirst("^.{8}", "0b1ec701"); // in each tenant another one; here always this
        return AppRegistration.api(
                new ServicePrincipal(clientId, objectId, name, false),
                new ExposedApi(List.of(uri), TokenFormat.version(version), List.of(), scopes));
    }
}
