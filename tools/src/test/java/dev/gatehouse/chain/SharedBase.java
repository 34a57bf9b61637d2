package dev.gatehouse.chain;

import dev.gatehouse.chain.demo.DemoSecret;
import dev.gatehouse.chain.demo.DemoTenant;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.host.RunningHost;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.deployment.Deployment.FunctionAppSettings;
import dev.gatehouse.fixtures.SampleContract;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Entra and a Functions host, for all chains that would start both of them from the same: those differ in gateway or Easy Auth
 * alone, which are started for each. Both end with the JVM of the tests.
 */
record SharedBase(Chain.Foundation foundation, RunningHost host, List<String> log) {
    static final DemoSecret SECRET = DemoSecret.random(Clock.systemUTC());
    private static final Map<StartedFrom, SharedBase> STARTED = new HashMap<>();

    /** What Entra and the host are started from. */
    private record StartedFrom(FunctionAppSettings functionApp, Directory directory) {}

    static SharedBase of(Deployment deployment) {
        Directory directory = new DemoTenant(SECRET, SampleContract.read()).with(deployment);
        synchronized (STARTED) {
            return STARTED.computeIfAbsent(
                    new StartedFrom(deployment.functionApp(), directory), same -> start(deployment, directory));
        }
    }

    private static SharedBase start(Deployment deployment, Directory directory) {
        List<String> log = new CopyOnWriteArrayList<>();
        ChainBuilder builder = builder(deployment, log, new CloseStack());
        Chain.Foundation foundation = builder.base(directory);
        return new SharedBase(foundation, builder.host(foundation), log);
    }

    /** A gateway and an Easy Auth of the deployment's own before them; closing it ends these. */
    Chain chain(Deployment deployment) {
        CloseStack doors = new CloseStack();
        AccessKeys keys = new AccessKeys(
                AccessKeys.of(deployment).subscriptions(), foundation.keys().host());
        foundation.traces().conceal(keys.secrets());
        foundation.traces().conceal(deployment.secretNamedValues());
        Chain.Foundation own = new Chain.Foundation(
                deployment, doors, foundation.tls(), foundation.entra(), keys, foundation.traces(), Optional.empty());
        try {
            return new Chain(builder(deployment, log, doors), own, host);
        } catch (RuntimeException fault) {
            doors.close();
            throw fault;
        }
    }

    private static ChainBuilder builder(Deployment deployment, List<String> log, CloseStack started) {
        ChainOptions options = ChainOptions.ofSample(Path.of("").toAbsolutePath(), log::add);
        return new ChainBuilder(deployment, options, Clock.systemUTC(), started);
    }
}
