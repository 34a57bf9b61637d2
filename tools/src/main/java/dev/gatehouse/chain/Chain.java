package dev.gatehouse.chain;

import dev.gatehouse.chain.entra.LocalEntra;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.http.Forwarder;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.tls.LocalTls;
import dev.gatehouse.chain.trace.Traces;
import dev.gatehouse.deployment.Deployment;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** The running chain: its endpoints and their keys. */
public final class Chain implements AutoCloseable {
    private final Foundation base;
    private final Endpoints doors;

    /** The parts that every layer uses. */
    record Foundation(
            Deployment deployment,
            CloseStack started,
            LocalTls tls,
            LocalEntra entra,
            AccessKeys keys,
            Traces traces) {}

    Chain(Foundation base, Endpoints doors) {
        this.base = base;
        this.doors = doors;
    }

    /**
     * Starts every layer from the deployment, in order of their dependencies; stops the started layers
     * if one fails.
     *
     * @param directory the tenant, including the deployed objects
     */
    public static Chain start(Deployment deployment, Directory directory, ChainOptions options, Clock clock) {
        CloseStack started = new CloseStack();
        try {
            ChainBuilder layers = new ChainBuilder(deployment, options, clock, started);
            Foundation base = layers.base(directory);
            return new Chain(base, layers.doors(base, layers.host(base)));
        } catch (RuntimeException fault) {
            started.close();
            throw fault;
        }
    }

    /** @throws NotHealthyException when the app does not become healthy in time */
    public void awaitHealth() {
        Health.of(doors.functionApp(), base.tls()).await();
    }

    public Deployment deployment() {
        return base.deployment();
    }

    public Endpoints doors() {
        return doors;
    }

    public AccessKeys keys() {
        return base.keys();
    }

    public LocalEntra entra() {
        return base.entra();
    }

    public LocalTls tls() {
        return base.tls();
    }

    /** The traces of the calls with the debug token. */
    public Traces traces() {
        return base.traces();
    }

    @Override
    public void close() {
        base.started().close();
    }

    /** Polls the app's health endpoint until the app is ready. */
    private record Health(Forwarder forwarder, URI functionApp) {
        private static final Duration PATIENCE = Duration.ofSeconds(30);
        private static final Duration PAUSE = Duration.ofMillis(100);

        static Health of(URI functionApp, LocalTls tls) {
            return new Health(new Forwarder(tls.trusting(), PATIENCE), functionApp);
        }

        /** @throws NotHealthyException with the last response, when the app is not ready within 30 s */
        void await() {
            String last = "no response";
            for (long waited = 0; waited < PATIENCE.toMillis(); waited += PAUSE.toMillis()) {
                try {
                    Response response = forwarder.forward(
                            Request.get(functionApp.getRawPath() + "/health"),
                            "https://" + functionApp.getRawAuthority());
                    if (response.status() == 200) {
                        return;
                    }
                    if (response.bodyText().contains("urn:gatehouse:problem:misconfigured")) {
                        throw new NotHealthyException(
                                "configuration error: the app rejects every call because its settings or contract are invalid");
                    }
                    last = response.status() + " " + response.bodyText();
                    Thread.sleep(PAUSE.toMillis());
                } catch (IOException unreachable) {
                    throw new NotHealthyException("the function app does not respond: " + unreachable);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new NotHealthyException("interrupted while waiting for the app to become ready");
                }
            }
            throw new NotHealthyException("the app did not become ready; its health endpoint returned " + last);
        }
    }

    /**
     * The chain's three endpoints and the trace URL.
     *
     * @param gateway API Management, including the API's path
     * @param functionApp Easy Auth and then the host: the function app's public address
     * @param host the host itself, without Easy Auth; in Azure it cannot be reached directly
     * @param traces URL of the traces; a trace is found at this URL, a slash and the trace id
     */
    public record Endpoints(URI gateway, URI functionApp, URI host, URI traces) {}
}
