package dev.gatehouse.chain;

import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractReading;
import dev.gatehouse.local.chain.Chain;
import dev.gatehouse.local.chain.ChainOptions;
import dev.gatehouse.local.chain.Flow;
import dev.gatehouse.local.chain.Validation;
import dev.gatehouse.local.demo.Caller;
import dev.gatehouse.local.demo.DemoDeployment;
import dev.gatehouse.local.demo.DemoSecret;
import dev.gatehouse.local.http.Request;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The chain as {@code up} starts it, from the staged app, on free ports; the host's log is kept. */
record RunningChain(Chain chain, Caller caller, DemoSecret secret, List<String> log) implements AutoCloseable {

    static RunningChain start() {
        return start(Flow.CALLER_TOKEN, Validation.AZURE_AD_TOKEN);
    }

    static RunningChain start(Flow flow, Validation validation) {
        List<String> log = new CopyOnWriteArrayList<>();
        DemoSecret secret = DemoSecret.random(Clock.systemUTC());
        ChainOptions options = new ChainOptions(
                Path.of("").toAbsolutePath(), ChainOptions.Ports.any(), ChainOptions.Host.LOCAL, log::add);
        Chain chain = Chain.start(
                new DemoDeployment(((ContractReading.Valid) ContractReader.readOwn()).contract(), flow, validation)
                        .with(secret.credential()),
                options,
                Clock.systemUTC());
        chain.awaitHealth();
        return new RunningChain(chain, new Caller(chain), secret, log);
    }

    Caller.Answered atGateway(Request request) {
        return caller.call(
                chain.doors().gateway(),
                request.with("Ocp-Apim-Subscription-Key", chain.keys().subscription()));
    }

    Caller.Answered atFunctionApp(Request request) {
        return caller.call(chain.doors().functionApp(), withKey(request));
    }

    Caller.Answered atHost(Request request) {
        return caller.call(chain.doors().host(), withKey(request));
    }

    private Request withKey(Request request) {
        return request.with("x-functions-key", chain.keys().gateway());
    }

    @Override
    public void close() {
        chain.close();
    }
}
