package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.http.Handler;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Entra's paths: first the tenant, then the endpoint. */
record EntraRoutes(Metadata metadata, TokenEndpoint tokens, DeviceEndpoint devices, ErrorAnswer errors)
        implements Handler {
    private static final Set<String> ANY_TENANT = Set.of("common", "organizations");

    @Override
    public Response handle(Request request) {
        String path = request.path().substring(1);
        int slash = path.indexOf('/');
        if (slash < 0) {
            return Response.empty(404);
        }
        String tenant = path.substring(0, slash);
        String rest = path.substring(slash + 1);
        return switch (request.method()) {
            case "GET" -> get(request, tenant, rest);
            case "POST" -> post(request, tenant, rest);
            default -> Response.empty(405);
        };
    }

    private Response get(Request request, String tenant, String rest) {
        return switch (rest) {
            case "v2.0/.well-known/openid-configuration" ->
                published(request, tenant, known -> metadata.document(known, 2));
            case ".well-known/openid-configuration" -> published(request, tenant, known -> metadata.document(known, 1));
            case "discovery/v2.0/keys" -> published(request, tenant, known -> metadata.keySet(known, 2));
            case "discovery/keys" -> published(request, tenant, known -> metadata.keySet(known, 1));
            case "discovery/instance" -> published(request, tenant, known -> metadata.instances());
            default -> Response.empty(404);
        };
    }

    private Response post(Request request, String tenant, String rest) {
        return switch (rest) {
            case "oauth2/v2.0/token" -> secret(request, tenant, 2, tokens::issue);
            case "oauth2/token" -> secret(request, tenant, 1, tokens::issue);
            case "oauth2/v2.0/devicecode" -> secret(request, tenant, 2, devices::begin);
            case "oauth2/devicecode" -> secret(request, tenant, 1, devices::begin);
            default -> Response.empty(404);
        };
    }

    private Response published(Request request, String tenant, Function<String, Map<String, Object>> document) {
        return ANY_TENANT.contains(tenant) || isOwn(tenant)
                ? EntraJson.published(document.apply(tenant))
                : answer(request, EntraError.TENANT_UNKNOWN.refuse(tenant));
    }

    private Response secret(
            Request request,
            String tenant,
            int version,
            Function<TokenRequest, EntraResult<Map<String, Object>>> endpoint) {
        if (ANY_TENANT.contains(tenant)) {
            return answer(request, EntraError.TENANT_NOT_NAMED.refuse());
        }
        return isOwn(tenant)
                ? answer(request, endpoint.apply(TokenRequest.of(version, request)))
                : answer(request, EntraError.TENANT_UNKNOWN.refuse(tenant));
    }

    private Response answer(Request request, EntraResult<Map<String, Object>> outcome) {
        if (outcome instanceof EntraResult.Refused<Map<String, Object>> refused) {
            return errors.to(request, refused);
        }
        return EntraJson.secret(200, ((EntraResult.Granted<Map<String, Object>>) outcome).value());
    }

    private boolean isOwn(String tenant) {
        return metadata.own().id().equalsIgnoreCase(tenant);
    }
}
