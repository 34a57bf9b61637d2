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
import dev.gatehouse.chain.storage.Azurite;
import dev.gatehouse.chain.storage.TableStorage;
import dev.gatehouse.chain.tls.LocalTls;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.RecordedHandler;
import dev.gatehouse.chain.trace.Recording;
import dev.gatehouse.chain.trace.Traces;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.deployment.Deployment.DeployedTables;
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
import java.util.TreeMap;
import java.util.stream.Stream;

/** Starts the layers one after the other. */
record ChainBuilder(Deployment deployment, ChainOptions options, Clock clock, CloseStack started) {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    ChainBuilder with(Deployment other) {
        return new ChainBuilder(other, options, clock, started);
    }

    Chain.Foundation base(Directory directory) {
        SigningKeys signingKeys = SigningKeys.generate(); // in the background, beside the certificate
        TemporaryFolder folder = TemporaryFolder.create("gatehouse-");
        started.endBy(folder::close);
        LocalTls tls = LocalTls.create(folder.path());
        LocalEntra entra = LocalEntra.start(directory, tls, clock, signingKeys);
        started.endBy(entra::close);
        AccessKeys keys = AccessKeys.of(deployment);
        Traces traces = new Traces(clock);
        traces.conceal(keys.secrets());
        traces.conceal(deployment.secretNamedValues());
        return new Chain.Foundation(
                deployment, started, tls, entra, keys, traces, options.tables().map(each -> tables(each, tls, entra)));
    }

    private TableStorage tables(ChainOptions.Tables served, LocalTls tls, LocalEntra entra) {
        DeployedTables deployed = deployment.tables();
        Azurite azurite = Azurite.start(
                new Azurite.Place(served.program(), served.folder(), deployed.account()), tls, options.hostLog());
        started.endBy(azurite::close);
        TableStorage tables =
                new TableStorage(azurite, entra.proxy(), deployed.address().getHost());
        String owner = deployment.functionIdentities().get(0);
        tables.create(
                deployed.names(),
                tls.trusting(),
                entra.forge()
                        .managedIdentity(owner, "https://storage.azure.com")
                        .compact());
        return tables;
    }

    /** Opens the endpoints; they answer once something is deployed behind them. */
    Doors doors(Chain.Foundation base) {
        RequestTracing traces = new RequestTracing(
                base.traces(), new PresentedTokenStep(base.entra().keys()));
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
        settings.putAll(appSettings(base).settings());
        IdentityEndpoint identities =
                base.entra().identityEndpoint(deployment.functionIdentities().toArray(String[]::new));
        base.traces().conceal(List.of(identities.header()));
        settings.putAll(identities.environment());
        HostLaunch launch =
                new HostLaunch(options.staging(), settings, base.keys().host(), jvmOptions);
        boolean isCoreTools = options.host() == ChainOptions.Host.FUNC;
        HostLogParser log = new HostLogParser(base.traces(), !isCoreTools, options.hostLog());
        return isCoreTools ? CoreTools.start(launch, log) : FunctionHost.start(launch, log);
    }

    ServedSettings appSettings(Chain.Foundation base) {
        return ServedSettings.of(deployment, base.tables().isPresent());
    }

    /**
     * The app settings as far as they lead to something that runs here.
     *
     * @param notes one line for each that is left out
     */
    record ServedSettings(Map<String, String> settings, List<String> notes) {

        static ServedSettings of(Deployment deployment, boolean hasTables) {
            Map<String, String> settings =
                    new TreeMap<>(deployment.functionApp().settings());
            String address = deployment.tables().address().toString();
            List<String> leftOut = settings.entrySet().stream()
                    .filter(each -> !hasTables && address.startsWith(each.getValue()) && isAddress(each.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            leftOut.forEach(settings::remove);
            return new ServedSettings(
                    settings,
                    leftOut.stream()
                            .map(name ->
                                    name + " is left out, as no table service runs here: what the app would keep there,"
                                            + " it keeps in memory; --storage azurite starts one")
                            .toList());
        }

        private static boolean isAddress(String value) {
            return value.startsWith("https://");
        }

        /** The names only: settings may be secret. */
        @Override
        public String toString() {
            return "settings " + settings.keySet();
        }
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
