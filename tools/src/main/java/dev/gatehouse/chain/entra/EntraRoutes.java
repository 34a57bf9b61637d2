package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.http.Handler;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Entra's paths: first the tenant, then the endpoint. Pages of any origin may read what is neither a page nor of a browser. */
record EntraRoutes(
        Metadata metadata, TokenEndpoint tokens, DeviceEndpoint devices, SignInRoutes pages, ErrorAnswer errors)
        implements Handler {
    private static final Set<String> ANY_TENANT = Set.of("common", "organizations");
    private static final Set<String> POSTED =
            Set.of("oauth2/v2.0/token", "oauth2/token", "oauth2/v2.0/devicecode", "oauth2/devicecode");

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
            case "GET" -> pages.handle(request, tenant, rest).orElseGet(() -> get(request, tenant, rest));
            case "POST" -> pages.handle(request, tenant, rest).orElseGet(() -> post(request, tenant, rest));
            case "OPTIONS" -> preflight(rest);
            default -> Response.empty(405);
        };
    }

    /** A page's question whether it may call (Fetch standard, "CORS protocol"); no cookie or credential is involved. */
    private static Response preflight(String rest) {
        return readable(Response.empty(200))
                .with("Access-Control-Allow-Methods", POSTED.contains(rest) ? "POST, OPTIONS" : "GET, OPTIONS")
                .with("Access-Control-Allow-Headers", "*")
                .with("Access-Control-Max-Age", "86400");
    }

    private static Response readable(Response response) {
        return response.with("Access-Control-Allow-Origin", "*");
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
                ? readable(EntraJson.published(document.apply(tenant)))
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
            return readable(errors.to(request, refused));
        }
        return readable(EntraJson.secret(200, ((EntraResult.Granted<Map<String, Object>>) outcome).value()));
    }

    private boolean isOwn(String tenant) {
        return metadata.own().id().equalsIgnoreCase(tenant);
    }
}
