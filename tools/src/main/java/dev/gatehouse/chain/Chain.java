package dev.gatehouse.chain;

import dev.gatehouse.chain.entra.LocalEntra;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.tls.LocalTls;
import dev.gatehouse.chain.trace.Traces;
import dev.gatehouse.deployment.Deployment;
import java.time.Clock;

/** The running chain: where its doors are, and what opens them. */
public final class Chain implements AutoCloseable {
    private final Foundation base;
    private final Endpoints doors;

    /** What every layer stands on. */
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
     * Starts every layer from the deployment, in the order in which each needs the one before; ends what was started if
     * one cannot be.
     *
     * @param directory the tenant with what is deployed into it
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

    /** @throws NotHealthyException when the app is not healthy in time */
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

    /** What became of the calls that carried the debug token. */
    public Traces traces() {
        return base.traces();
    }

    @Override
    public void close() {
        base.started().close();
    }
}
