package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.ManagedIdentity;
import dev.gatehouse.chain.http.LoopbackServer;
import dev.gatehouse.chain.http.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoint from which an App Service app gets its managed identities' tokens, on plain loopback HTTP. */
public final class IdentityEndpoint implements AutoCloseable {
    private static final String PATH = "/msi/token";

    private final LoopbackServer server;
    private final String header;

    private IdentityEndpoint(LoopbackServer server, String header) {
        this.server = server;
        this.header = header;
    }

    /** Starts an endpoint for these identities only. */
    static IdentityEndpoint start(List<ManagedIdentity> identities, TokenIssuer issuer) {
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
}
