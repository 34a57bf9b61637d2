package dev.gatehouse.local.chain;

import dev.gatehouse.keys.HttpsFetcher;
import dev.gatehouse.keys.IssuerKeys;
import dev.gatehouse.local.deployment.Deployment;
import dev.gatehouse.local.easyauth.EasyAuth;
import dev.gatehouse.local.entra.IdentityEndpoint;
import dev.gatehouse.local.entra.LocalEntra;
import dev.gatehouse.local.entra.SigningKeys;
import dev.gatehouse.local.entra.directory.Directory;
import dev.gatehouse.local.files.TemporaryFolder;
import dev.gatehouse.local.gateway.Gateway;
import dev.gatehouse.local.gateway.GatewaySettings;
import dev.gatehouse.local.gateway.identity.AppServiceIdentities;
import dev.gatehouse.local.gateway.policy.Surroundings;
import dev.gatehouse.local.gateway.token.EntraTokens;
import dev.gatehouse.local.host.CoreTools;
import dev.gatehouse.local.host.FunctionHost;
import dev.gatehouse.local.host.HostLaunch;
import dev.gatehouse.local.host.RoutePrefix;
import dev.gatehouse.local.host.RunningHost;
import dev.gatehouse.local.http.Forwarder;
import dev.gatehouse.local.http.Handler;
import dev.gatehouse.local.http.LoopbackServer;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.journey.Journeys;
import dev.gatehouse.local.journey.Layer;
import dev.gatehouse.local.journey.RecordedHandler;
import dev.gatehouse.local.signature.Signatures;
import dev.gatehouse.local.tls.LocalTls;
import dev.gatehouse.token.SignatureCheck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts the layers one by one. */
record Layers(Deployment deployment, ChainOptions options, Clock clock, Started started) {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    Chain.Base base(Directory directory) {
        SigningKeys signingKeys = SigningKeys.generate(); // in the background, while keytool runs
        TemporaryFolder folder = TemporaryFolder.create("gatehouse-");
        started.endBy(folder::close);
        LocalTls tls = LocalTls.create(folder.path());
        LocalEntra entra = LocalEntra.start(directory, tls, clock, signingKeys);
        started.endBy(entra::close);
        Keys keys = Keys.of(deployment);
        Journeys journeys = new Journeys(clock);
        journeys.conceal(keys.secrets());
        journeys.conceal(deployment.secretNamedValues());
        return new Chain.Base(deployment, started, tls, entra, keys, journeys);
    }

    Doors doors(Chain.Base base) {
        Forwarder forwarder = new Forwarder(base.tls().trusting(), ANSWER_WITHIN);
        Signatures signatures = new SignatureCheck(keys(base))::check;
        RunningHost host = host(base);
        JourneyDoors journeys = new JourneyDoors(
                base.journeys(), new PresentedToken(base.entra().keys()));
        started.endBy(host::close);
        String hostOrigin = "http://127.0.0.1:" + host.port();
        Handler toHost = request -> forwarded(() -> forwarder.forward(request, hostOrigin));
        RecordedHandler easyAuth = deployment
                .easyAuth()
                .<RecordedHandler>map(settings -> new EasyAuth(settings, signatures, clock, toHost))
                .orElseGet(() -> EasyAuth.off(toHost));
        String functionApp =
                serve("function app", options.ports().functionApp(), base, journeys.door(Layer.EASY_AUTH, easyAuth));
        GatewaySettings settings = deployment.gateway(functionApp, base.keys().subscriptions());
        base.journeys().conceal(settings.service().credentials());
        Gateway gateway = new Gateway(settings, surroundings(base, new EntraTokens(signatures), forwarder));
        String door = serve("gateway", options.ports().gateway(), base, journeys.door(Layer.GATEWAY, gateway));
        String prefix = "/" + RoutePrefix.of(options.staging());
        return new Doors(
                deployment.apiUrl(door),
                URI.create("https://" + functionApp + prefix),
                URI.create(hostOrigin + prefix),
                journeys.read(started));
    }

    /** With the identity endpoint that the gateway has, if it has identities. */
    private Surroundings surroundings(Chain.Base base, EntraTokens tokens, Forwarder forwarder) {
        Surroundings bare = new Surroundings(clock, tokens, forwarder::forward);
        if (deployment.gatewayIdentities().isEmpty()) {
            return bare;
        }
        IdentityEndpoint endpoint =
                base.entra().identityEndpoint(deployment.gatewayIdentities().toArray(String[]::new));
        return bare.withIdentities(new AppServiceIdentities(endpoint.uri(), endpoint.header(), clock));
    }

    /** Entra's keys for the layers of this process, read at their real address through the local proxy. */
    private IssuerKeys keys(Chain.Base base) {
        InetSocketAddress proxy = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), base.entra().proxy().port());
        HttpClient.Builder client = HttpClient.newBuilder()
                .proxy(ProxySelector.of(proxy))
                .sslContext(base.tls().trusting());
        return new IssuerKeys(new HttpsFetcher(client), clock, Runnable::run, options.hostLog());
    }

    private RunningHost host(Chain.Base base) {
        List<String> jvmOptions = Stream.concat(
                        base.tls().trust().javaFlags().stream(), base.entra().proxy().javaFlags().stream())
                .toList();
        HostLaunch launch = new HostLaunch(
                options.staging(),
                deployment.functionApp().settings(),
                base.keys().host(),
                jvmOptions);
        boolean isCoreTools = options.host() == ChainOptions.Host.FUNC;
        HostLines log = new HostLines(base.journeys(), !isCoreTools, options.hostLog());
        return isCoreTools ? CoreTools.start(launch, log) : FunctionHost.start(launch, log);
    }

    private String serve(String name, int port, Chain.Base base, Handler handler) {
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
