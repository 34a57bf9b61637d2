package dev.gatehouse.bench.cold;

import dev.gatehouse.bench.BenchSnapshot;
import dev.gatehouse.chain.demo.DemoClient;
import dev.gatehouse.chain.demo.DemoSecret;
import dev.gatehouse.chain.demo.DemoTenant;
import dev.gatehouse.chain.entra.LocalEntra;
import dev.gatehouse.chain.files.TemporaryFolder;
import dev.gatehouse.chain.host.FunctionHost;
import dev.gatehouse.chain.host.HostKeys;
import dev.gatehouse.chain.host.HostLaunch;
import dev.gatehouse.chain.host.RunningHost;
import dev.gatehouse.chain.tls.LocalTls;
import dev.gatehouse.deployment.Deployment;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Starts Functions hosts, one for each call, with a local Entra over HTTPS in this JVM. */
final class ColdHosts implements AutoCloseable {
    static final Path GATEHOUSE = Path.of("src/target/azure-functions/gatehouse");
    private static final String KEY = "bench";

    private final TemporaryFolder folder = TemporaryFolder.create("gatehouse-cold-");
    private final HttpClient client = HttpClient.newHttpClient();
    private final HostKeys keys = HostKeys.random(Set.of(KEY));
    private final Deployment deployment = BenchSnapshot.deployed("main", Map.of());
    private final LocalEntra entra;
    private final List<String> jvmOptions;
    private final Path empty;

    ColdHosts() throws IOException {
        Clock clock = Clock.systemUTC();
        LocalTls tls = LocalTls.create(folder.path());
        entra = LocalEntra.start(
                new DemoTenant(DemoSecret.random(clock), BenchSnapshot.contract()).with(deployment), tls, clock);
        jvmOptions = Stream.concat(
                        EverydayTrust.with(tls.trust().pem(), folder.path().resolve("everyday.jks"))
                                .javaFlags()
                                .stream(),
                        entra.proxy().javaFlags().stream())
                .toList();
        empty = EmptyApp.stage(Files.createDirectory(folder.path().resolve("empty")));
    }

    /** One host from its start to its end. */
    Timing measure(FirstCall subject) throws IOException, InterruptedException {
        boolean isEmpty = subject.call() == FirstCall.Call.EMPTY;
        HttpRequest.Builder request = HttpRequest.newBuilder();
        if (subject.call() == FirstCall.Call.AUTHORISED) {
            request.header("x-functions-key", keys.host().get(KEY)).header("Authorization", "Bearer " + token());
        }
        HostLaunch launch = new HostLaunch(
                isEmpty ? empty : GATEHOUSE,
                isEmpty ? Map.of() : deployment.functionApp().settings(),
                keys,
                jvmOptions);
        try (RunningHost host = FunctionHost.start(launch, line -> {})) {
            long ready = System.nanoTime();
            Thread.sleep(subject.pause().toMillis());
            request.uri(URI.create(
                    "http://127.0.0.1:" + host.port() + subject.call().path()));
            long called = System.nanoTime();
            int status = client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            long answered = System.nanoTime();
            if (status != 200) {
                throw new IllegalStateException(subject.title() + ": unexpected status " + status);
            }
            return new Timing(ready - host.begunAt(), answered - called);
        }
    }

    /** A new token for each call, because a cold host has no cached token. */
    private String token() {
        return entra.forge()
                .app(
                        DemoClient.withRole("Accounts.Read").clientId(),
                        deployment.registrations().front().clientId())
                .compact();
    }

    @Override
    public void close() {
        entra.close();
        folder.close();
    }
}
