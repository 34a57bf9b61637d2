package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.ManagedIdentity;
import dev.gatehouse.chain.http.Handler;
import dev.gatehouse.chain.http.LoopbackServer;
import dev.gatehouse.chain.http.QueryString;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The endpoint from which an App Service app gets its managed identities' tokens, on plain loopback HTTP. */
public final class IdentityEndpoint implements AutoCloseable {
    private static final String PATH = "/msi/token";

    private final LoopbackServer server;
    private final String header;

    private IdentityEndpoint(LoopbackServer server, String header) {
        this.server = server;
        this.header = header;
    }

    /**
     * Starts an endpoint for these identities only.
     *
     * @param issuer the one of now, as the directory may be replaced
     */
    static IdentityEndpoint start(List<ManagedIdentity> identities, Supplier<TokenIssuer> issuer) {
        String header = RandomId.base64Url(32);
        IdentityTokens tokens = new IdentityTokens(identities, issuer, header);
        LoopbackServer server = LoopbackServer.start(
                "identity endpoint",
                0,
                Optional.empty(),
                LoopbackServer.LOCAL_NAMES,
                request -> request.path().equals(PATH) ? tokens.handle(request) : Response.empty(404));
        return new IdentityEndpoint(server, header);
    }

    /** The value of {@code IDENTITY_ENDPOINT}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.port() + PATH);
    }

    /** The value of {@code IDENTITY_HEADER}: a secret in the app's environment. */
    public String header() {
        return header;
    }

    /** The app settings from which the identity libraries read the endpoint. */
    public Map<String, String> environment() {
        return Map.of("IDENTITY_ENDPOINT", uri().toString(), "IDENTITY_HEADER", header);
    }

    @Override
    public void close() {
        server.close();
    }

    @Override
    public String toString() {
        return "identity endpoint " + uri();
    }

    /** Responds like App Service's identity endpoint, version 2019-08-01. */
    private record IdentityTokens(List<ManagedIdentity> identities, Supplier<TokenIssuer> issuer, String header)
            implements Handler {
        private static final String API_VERSION = "2019-08-01";

        @Override
        public Response handle(Request request) {
            if (!request.method().equals("GET")) {
                return Response.empty(405);
            }
            if (!isTrusted(request)) {
                return fault(401, "The X-IDENTITY-HEADER header is missing or wrong.");
            }
            QueryString query = request.query();
            if (!query.all("api-version").equals(List.of(API_VERSION))) {
                return fault(400, "The api-version must be " + API_VERSION + ".");
            }
            if (query.all("resource").size() != 1) {
                return fault(400, "The resource parameter is missing or repeated.");
            }
            List<ManagedIdentity> chosen = identities.stream()
                    .filter(identity -> isAskedFor(identity, query))
                    .toList();
            if (chosen.size() != 1) {
                return fault(
                        400,
                        "No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.");
            }
            return token(chosen.get(0), query.all("resource").get(0));
        }

        /** A web page cannot set this header on a request to another origin, so only a program of the app can send it. */
        private boolean isTrusted(Request request) {
            List<String> presented = request.headers().all("X-IDENTITY-HEADER");
            return presented.size() == 1 && MessageDigest.isEqual(bytes(header), bytes(presented.get(0)));
        }

        private static boolean isAskedFor(ManagedIdentity identity, QueryString query) {
            return matches(query, "client_id", identity.clientId())
                    && matches(query, "object_id", identity.objectId())
                    && matches(query, "principal_id", identity.objectId())
                    && matches(query, "mi_res_id", identity.resourceId());
        }

        private static boolean matches(QueryString query, String parameter, String own) {
            return query.all(parameter).stream().allMatch(own::equalsIgnoreCase);
        }

        private Response token(ManagedIdentity identity, String resource) {
            EntraResult<MintedToken> outcome = issuer.get().forApp(Client.of(identity), resource);
            if (outcome instanceof EntraResult.Refused<MintedToken> refused) {
                return fault(400, refused.description());
            }
            MintedToken issued = ((EntraResult.Granted<MintedToken>) outcome).value();
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("access_token", issued.compact());
            body.put("expires_on", Long.toString(issued.expires()));
            body.put("resource", resource);
            body.put("token_type", "Bearer");
            body.put("client_id", identity.clientId());
            return EntraJson.secret(200, body);
        }

        private static Response fault(int status, String message) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("statusCode", status);
            body.put("message", message);
            body.put("correlationId", UUID.randomUUID().toString());
            return EntraJson.secret(status, body);
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return "tokens of " + identities;
        }
    }
}
