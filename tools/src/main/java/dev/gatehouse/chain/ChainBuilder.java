package dev.gatehouse.chain;

import dev.gatehouse.chain.easyauth.EasyAuthHandler;
import dev.gatehouse.chain.entra.IdentityEndpoint;
import dev.gatehouse.chain.entra.LocalEntra;
import dev.gatehouse.chain.entra.SigningKeys;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.files.TemporaryFolder;
import dev.gatehouse.chain.gateway.Gateway;
import dev.gatehouse.chain.gateway.GatewaySettings;
import dev.gatehouse.chain.gateway.identity.AppServiceIdentities;
import dev.gatehouse.chain.gateway.policy.PolicyServices;
import dev.gatehouse.chain.gateway.token.EntraTokens;
import dev.gatehouse.chain.host.CoreTools;
import dev.gatehouse.chain.host.FunctionHost;
import dev.gatehouse.chain.host.HostLaunch;
import dev.gatehouse.chain.host.RoutePrefix;
import dev.gatehouse.chain.host.RunningHost;
import dev.gatehouse.chain.http.Forwarder;
import dev.gatehouse.chain.http.Handler;
import dev.gatehouse.chain.http.LoopbackServer;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.tls.LocalTls;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.RecordedHandler;
import dev.gatehouse.chain.trace.Recording;
import dev.gatehouse.chain.trace.Traces;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.keys.HttpsFetcher;
import dev.gatehouse.keys.IssuerKeys;
import dev.gatehouse.token.SignatureCheck;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts the layers one after the other. */
record ChainBuilder(Deployment deployment, ChainOptions options, Clock clock, CloseStack started) {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    ChainBuilder with(Deployment other) {
        return new ChainBuilder(other, options, clock, started);
    }

    Chain.Foundation base(Directory directory) {
        SigningKeys signingKeys = SigningKeys.generate(); // in the background, while keytool runs
        TemporaryFolder folder = TemporaryFolder.create("gatehouse-");
        started.endBy(folder::close);
        LocalTls tls = LocalTls.create(folder.path());
        LocalEntra entra = LocalEntra.start(directory, tls, clock, signingKeys);
        started.endBy(entra::close);
        AccessKeys keys = AccessKeys.of(deployment);
        Traces traces = new Traces(clock);
        traces.conceal(keys.secrets());
        traces.conceal(deployment.secretNamedValues());
        return new Chain.Foundation(deployment, started, tls, entra, keys, traces);
    }

    /** Opens the endpoints; they answer once something is deployed behind them. */
    Doors doors(Chain.Foundation base) {
        RequestTracing traces = new RequestTracing(
                base.traces(), new PresentedToken(base.entra().keys()));
        Switched easyAuth = new Switched();
        Switched gateway = new Switched();
        return new Doors(
                easyAuth,
                serve("function app", options.ports().functionApp(), base, traces.door(Layer.EASY_AUTH, easyAuth)),
                gateway,
                serve("gateway", options.ports().gateway(), base, traces.door(Layer.GATEWAY, gateway)),
                traces.read(started));
    }

    /**
     * The two public endpoints.
     *
     * @param functionAppName its host and port
     * @param gatewayName its host and port
     */
    record Doors(Switched easyAuth, String functionAppName, Switched gateway, String gatewayName, URI traces) {}

    /** A layer that can be replaced while its endpoint is open. */
    static final class Switched implements RecordedHandler {
        private volatile RecordedHandler current = (request, recording) -> Response.empty(503);

        void to(RecordedHandler next) {
            current = next;
        }

        @Override
        public Response handle(Request request, Optional<Recording> recording) {
            return current.handle(request, recording);
        }
    }

    /**
     * Deploys gateway and Easy Auth behind the endpoints.
     *
     * @param host runs the deployed app, or another deployment's that is the same
     */
    Chain.Endpoints deploy(Chain.Foundation base, Doors doors, RunningHost host) {
        Forwarder forwarder = new Forwarder(base.tls().trusting(), ANSWER_WITHIN);
        SignatureCheck signatures = new SignatureCheck(keys(base));
        String hostOrigin = "http://127.0.0.1:" + host.port();
        Handler toHost = request -> forwarded(() -> forwarder.forward(request, hostOrigin));
        GatewaySettings settings =
                deployment.gateway(doors.functionAppName(), base.keys().subscriptions());
        base.traces().conceal(settings.service().credentials());
        doors.gateway().to(new Gateway(settings, surroundings(base, new EntraTokens(signatures), forwarder)));
        doors.easyAuth()
                .to(deployment
                        .easyAuth()
                        .<RecordedHandler>map(easyAuth -> new EasyAuthHandler(easyAuth, signatures, clock, toHost))
                        .orElseGet(() -> EasyAuthHandler.off(toHost)));
        String name = RoutePrefix.of(options.staging());
        String prefix = name.isEmpty() ? "" : "/" + name;
        return new Chain.Endpoints(
                deployment.apiUrl(doors.gatewayName()),
                URI.create("https://" + doors.functionAppName() + prefix),
                URI.create(hostOrigin + prefix),
                doors.traces());
    }

    /** With the gateway's identity endpoint, if the gateway has identities. */
    private PolicyServices surroundings(Chain.Foundation base, EntraTokens tokens, Forwarder forwarder) {
        PolicyServices bare = new PolicyServices(clock, tokens, forwarder::forward);
        if (deployment.gatewayIdentities().isEmpty()) {
            return bare;
        }
        IdentityEndpoint endpoint =
                base.entra().identityEndpoint(deployment.gatewayIdentities().toArray(String[]::new));
        return bare.withIdentities(new AppServiceIdentities(endpoint.uri(), endpoint.header(), clock));
    }

    /** Entra's keys for the layers in this process, fetched at their real URL through the local proxy. */
    private IssuerKeys keys(Chain.Foundation base) {
        HttpsFetcher documents =
                new HttpsFetcher(base.tls().trusting(), base.entra().proxy().asProxy());
        return new IssuerKeys(documents, clock, Runnable::run, options.hostLog());
    }

    RunningHost host(Chain.Foundation base) {
        List<String> jvmOptions = Stream.concat(
                        base.tls().trust().javaFlags().stream(), base.entra().proxy().javaFlags().stream())
                .toList();
        Map<String, String> settings = new HashMap<>(options.appSettings());
        settings.putAll(deployment.functionApp().settings());
        HostLaunch launch =
                new HostLaunch(options.staging(), settings, base.keys().host(), jvmOptions);
        boolean isCoreTools = options.host() == ChainOptions.Host.FUNC;
        HostLogParser log = new HostLogParser(base.traces(), !isCoreTools, options.hostLog());
        return isCoreTools ? CoreTools.start(launch, log) : FunctionHost.start(launch, log);
    }

    private String serve(String name, int port, Chain.Foundation base, Handler handler) {
        LoopbackServer server =
                LoopbackServer.start(name, port, Optional.of(base.tls().server()), LoopbackServer.LOCAL_NAMES, handler);
        started.endBy(server::close);
        return "localhost:" + server.port();
    }

    private interface Forwarding {
        Response send() throws IOException;
    }

    private static Response forwarded(Forwarding forwarding) {
        try {
            return forwarding.send();
        } catch (IOException unreachable) {
            return Response.empty(502);
        }
    }
}
