package dev.gatehouse.local.chain;

import dev.gatehouse.local.deployment.Deployment;
import dev.gatehouse.local.entra.LocalEntra;
import dev.gatehouse.local.entra.directory.Directory;
import dev.gatehouse.local.journey.Journeys;
import dev.gatehouse.local.tls.LocalTls;
import java.time.Clock;

/** The running chain: where its doors are, and what opens them. */
public final class Chain implements AutoCloseable {
    private final Base base;
    private final Doors doors;

    /** What every layer stands on. */
    record Base(Deployment deployment, Started started, LocalTls tls, LocalEntra entra, Keys keys, Journeys journeys) {}

    private Chain(Base base, Doors doors) {
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
        Started started = new Started();
        try {
            Layers layers = new Layers(deployment, options, clock, started);
            Base base = layers.base(directory);
            return new Chain(base, layers.doors(base));
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

    public Doors doors() {
        return doors;
    }

    public Keys keys() {
        return base.keys();
    }

    public LocalEntra entra() {
        return base.entra();
    }

    public LocalTls tls() {
        return base.tls();
    }

    /** What became of the calls that carried the debug token. */
    public Journeys journeys() {
        return base.journeys();
    }

    @Override
    public void close() {
        base.started().close();
    }
}
