package dev.gatehouse.chain;

import dev.gatehouse.chain.demo.DemoCaller;
import dev.gatehouse.chain.demo.DemoSecret;
import dev.gatehouse.chain.demo.DemoTenant;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.deployment.DeployedTogether;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.deployment.Snapshot;
import dev.gatehouse.fixtures.SampleContract;
import dev.gatehouse.fixtures.Snapshots;
import dev.gatehouse.fixtures.TokenKit;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The chain as {@code up} starts it, from the staged app, on free ports; the host's log is kept. */
record RunningChain(Chain chain, DemoCaller caller, DemoSecret secret, List<String> log) implements AutoCloseable {

    static RunningChain start() {
        return start(Snapshots.read(Snapshots.MAIN));
    }

    static RunningChain start(Snapshot snapshot) {
        return start(snapshot, Path.of("").toAbsolutePath());
    }

    /** On a Functions host and an Entra that run already, where the deployment changes nothing about them. */
    static RunningChain shared(Snapshot snapshot) {
        Deployment deployment = DeployedTogether.of(snapshot);
        SharedBase base = SharedBase.of(deployment);
        Chain chain = base.chain(deployment);
        chain.awaitHealth(SampleContract.read());
        return new RunningChain(chain, new DemoCaller(chain), SharedBase.SECRET, base.log());
    }

    /** @param project the folder of the staged app */
    static RunningChain start(Snapshot snapshot, Path project) {
        List<String> log = new CopyOnWriteArrayList<>();
        DemoSecret secret = DemoSecret.random(Clock.systemUTC());
        ChainOptions options = ChainOptions.ofSample(project, log::add);
        Deployment deployment = Deployment.of(snapshot);
        Chain chain = Chain.start(
                deployment, new DemoTenant(secret, SampleContract.read()).with(deployment), options, Clock.systemUTC());
        chain.awaitHealth(SampleContract.read());
        return new RunningChain(chain, new DemoCaller(chain), secret, log);
    }

    DemoTenant tenant() {
        return new DemoTenant(secret, SampleContract.read());
    }

    TokenKit kit() {
        return TokenKit.of(chain.deployment(), chain.entra(), Instant.now());
    }

    DemoCaller.Answered atGateway(Request request) {
        return caller.call(
                chain.doors().gateway(),
                request.with("Ocp-Apim-Subscription-Key", chain.keys().subscription()));
    }

    DemoCaller.Answered atFunctionApp(Request request) {
        return caller.call(chain.doors().functionApp(), withKey(request));
    }

    DemoCaller.Answered atHost(Request request) {
        return caller.call(chain.doors().host(), withKey(request));
    }

    private Request withKey(Request request) {
        return request.with("x-functions-key", chain.keys().function());
    }

    @Override
    public void close() {
        chain.close();
    }
}
