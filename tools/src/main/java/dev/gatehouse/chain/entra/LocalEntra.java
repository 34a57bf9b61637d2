package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.Cloud;
import dev.gatehouse.chain.entra.directory.Consent;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.entra.directory.ManagedIdentity;
import dev.gatehouse.chain.entra.directory.User;
import dev.gatehouse.chain.http.Handler;
import dev.gatehouse.chain.http.LoopbackServer;
import dev.gatehouse.chain.tls.LocalTls;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A local Entra for one tenant, with its Microsoft Graph, reached under the real host names through its own proxy. */
public final class LocalEntra implements AutoCloseable {
    private volatile TokenIssuer issuer;
    private volatile Handler routes;
    private final SignInState signIns;
    private final List<Consent> given = new ArrayList<>();
    private final AtomicLong exchanges = new AtomicLong();
    private final LoopbackServer server;
    private final ConnectProxy proxy;
    private final Deque<IdentityEndpoint> identityEndpoints = new ArrayDeque<>();

    private LocalEntra(TokenIssuer issuer, LocalTls tls) {
        Clock clock = issuer.claims().clock();
        this.issuer = issuer;
        this.signIns = SignInState.empty(clock);
        Cloud cloud = issuer.directory().tenant().cloud();
        this.routes = routes(issuer);
        this.server = LoopbackServer.start(
                "local Entra",
                0,
                Optional.of(tls.server()),
                Set.of(cloud.loginHost(), cloud.graphHost(), DeviceEndpoint.HOST),
                request -> routes.handle(request));
        this.proxy = ConnectProxy.start();
        Cloud.loginHosts().forEach(host -> proxy.lead(host, server.port()));
        proxy.lead(cloud.graphHost(), server.port());
        proxy.lead(DeviceEndpoint.HOST, server.port());
    }

    /** Starts Entra on free ports with new keys. */
    public static LocalEntra start(Directory directory, LocalTls tls, Clock clock) {
        return start(directory, tls, clock, SigningKeys.generate());
    }

    /** Starts Entra on free ports, with keys that may still be being generated. */
    public static LocalEntra start(Directory directory, LocalTls tls, Clock clock, SigningKeys keys) {
        return new LocalEntra(new TokenIssuer(new TokenClaims(directory, clock), new Mint(keys)), tls);
    }

    public Directory directory() {
        return issuer.directory();
    }

    /** The port of the HTTPS server; it responds only to the login host's name. */
    public int port() {
        return server.port();
    }

    public ConnectProxy proxy() {
        return proxy;
    }

    public SigningKeys keys() {
        return issuer.mint().keys();
    }

    /** How many tokens were requested on behalf of users, by authenticated clients. */
    public long exchanges() {
        return exchanges.get();
    }

    public TokenForge forge() {
        return new TokenForge(issuer.claims(), issuer.mint(), OptionalInt.empty());
    }

    /**
     * Opens an identity endpoint with its own header value for an app with these managed identities; it closes with
     * Entra.
     */
    public IdentityEndpoint identityEndpoint(String... clientIds) {
        List<ManagedIdentity> identities =
                Arrays.stream(clientIds).map(this::managedIdentity).toList();
        IdentityEndpoint endpoint = IdentityEndpoint.start(identities, () -> issuer);
        synchronized (identityEndpoints) {
            identityEndpoints.add(endpoint);
        }
        return endpoint;
    }

    /**
     * Acts as the user who opens the sign-in page, enters the code shown on the device, and signs in.
     *
     * @return false when the code is unknown or has expired
     */
    public boolean signIn(String userCode, String userObjectId) {
        User user = known("user", userObjectId, directory().user(userObjectId));
        return signIns.devices().signIn(userCode, user);
    }

    @Override
    public void close() {
        proxy.close();
        synchronized (identityEndpoints) {
            identityEndpoints.forEach(IdentityEndpoint::close);
        }
        server.close();
    }

    private ManagedIdentity managedIdentity(String clientId) {
        return known("managed identity", clientId, directory().managedIdentity(clientId));
    }

    private static <T> T known(String what, String id, Optional<T> found) {
        return found.orElseThrow(() -> new IllegalArgumentException("the directory has no " + what + " " + id));
    }

    /** The content of the tenant after another deployment: with the consents that users gave on the pages, where they still fit. */
    public synchronized void redeploy(Directory directory) {
        Directory content = directory;
        for (Consent consent : given) {
            content = content.consenting(consent);
        }
        replace(content);
    }

    private synchronized void consented(Consent consent) {
        given.add(consent);
        replace(directory().consenting(consent));
    }

    /** Another content of the tenant; keys, and tokens that were issued, stay valid. */
    public synchronized void replace(Directory directory) {
        TokenIssuer next =
                new TokenIssuer(new TokenClaims(directory, issuer.claims().clock()), issuer.mint());
        routes = routes(next);
        issuer = next;
    }

    private Handler routes(TokenIssuer issuer) {
        return EntraHosts.of(issuer, signIns, exchanges, this::consented);
    }
}
