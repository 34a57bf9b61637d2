package dev.gatehouse.chain;

import dev.gatehouse.chain.entra.LocalEntra;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.tls.LocalTls;
import dev.gatehouse.chain.trace.Traces;
import dev.gatehouse.deployment.Deployment;
import java.time.Clock;

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
}
