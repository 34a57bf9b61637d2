package dev.gatehouse.chain;

import dev.gatehouse.chain.entra.LocalEntra;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.host.RunningHost;
import dev.gatehouse.chain.storage.TableStorage;
import dev.gatehouse.chain.tls.LocalTls;
import dev.gatehouse.chain.trace.Traces;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.deployment.Deployment;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The running chain: its endpoints and their keys. What is deployed and the host can be replaced while it runs. */
public final class Chain implements AutoCloseable {
    private final ChainBuilder.Doors doors;
    private volatile State now;

    private record State(ChainBuilder layers, Foundation base, RunningHost host, Endpoints endpoints) {}

    /** The parts that every layer uses. */
    record Foundation(
            Deployment deployment,
            CloseStack started,
            LocalTls tls,
            LocalEntra entra,
            AccessKeys keys,
            Traces traces,
            Optional<TableStorage> tables) {

        Foundation with(Deployment other) {
            return new Foundation(other, started, tls, entra, keys, traces, tables);
        }
    }

    /** @param host runs the deployed app; closing the chain does not end it */
    Chain(ChainBuilder layers, Foundation base, RunningHost host) {
        this.doors = layers.doors(base);
        this.now = new State(layers, base, host, layers.deploy(base, doors, host));
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
            RunningHost host = layers.host(base);
            started.endBy(host::close);
            return new Chain(layers, base, host);
        } catch (RuntimeException fault) {
            started.close();
            throw fault;
        }
    }

    /**
     * Starts a host for the app as it is staged now, and ends the former one. Calls in between are answered by the former.
     *
     * @throws dev.gatehouse.chain.host.HostStartException when the app does not start; the former one then goes on
     */
    public synchronized void restartHost() {
        State former = now;
        RunningHost host = former.layers().host(former.base());
        former.base().started().endBy(host::close);
        now = new State(former.layers(), former.base(), host, former.layers().deploy(former.base(), doors, host));
        former.host().close();
    }

    /**
     * Deploys something else: gateway, Easy Auth and Entra at once, and a new host where its app settings are others. Keys and
     * endpoints stay, and so do the tokens that were issued.
     *
     * @throws RuntimeException as {@link #start}; then everything stays as it was
     */
    public synchronized void redeploy(Deployment changed, Directory directory) {
        State former = now;
        Deployment deployment = changed.startedWith(former.base().deployment());
        ChainBuilder layers = former.layers().with(deployment);
        Foundation base = former.base().with(deployment);
        boolean isSame = deployment
                .functionApp()
                .settings()
                .equals(former.base().deployment().functionApp().settings());
        RunningHost host = isSame ? former.host() : layers.host(base);
        Directory formerDirectory = base.entra().directory();
        try {
            base.entra().redeploy(directory);
            now = new State(layers, base, host, layers.deploy(base, doors, host));
        } catch (RuntimeException refused) {
            base.entra().replace(formerDirectory);
            if (!isSame) {
                host.close();
            }
            throw refused;
        }
        if (!isSame) {
            base.started().endBy(host::close);
            former.host().close();
        }
    }

    /** @throws NotHealthyException when the app does not become healthy in time */
    public void awaitHealth(Contract contract) {
        new Health(this).await(contract);
    }

    public Deployment deployment() {
        return now.base().deployment();
    }

    public Endpoints doors() {
        return now.endpoints();
    }

    public AccessKeys keys() {
        return now.base().keys();
    }

    public LocalEntra entra() {
        return now.base().entra();
    }

    public LocalTls tls() {
        return now.base().tls();
    }

    /** What is served otherwise than one might expect, one line each. */
    public List<String> notes() {
        State state = now;
        return Stream.concat(state.layers().appSettings(state.base()).notes().stream(), state.host().notes().stream())
                .toList();
    }

    /** The storage account's tables, where they are served. */
    public Optional<TableStorage> tables() {
        return now.base().tables();
    }

    /** The traces of the calls with the debug token. */
    public Traces traces() {
        return now.base().traces();
    }

    @Override
    public void close() {
        now.base().started().close();
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
