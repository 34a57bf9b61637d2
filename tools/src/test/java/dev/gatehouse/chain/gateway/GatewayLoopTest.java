package dev.gatehouse.chain.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatehouse.chain.gateway.policy.PolicyServices;
import dev.gatehouse.chain.http.Forwarder;
import dev.gatehouse.chain.http.Handler;
import dev.gatehouse.chain.http.LoopbackServer;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Step;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A backend that is the gateway itself. */
class GatewayLoopTest {

    @ParameterizedTest
    @CsvSource({"localhost, localhost:%d, 1", "127.0.0.1, localhost:%d, 1", "localhost, localhost, 2"})
    void endsAtOnceHoweverTheClientCallsIt(String backend, String host, int hops)
            throws IOException, NoSuchAlgorithmException {
        AtomicReference<Handler> gateway = new AtomicReference<>();
        AtomicInteger handled = new AtomicInteger();
        try (LoopbackServer server =
                LoopbackServer.start("gateway", 0, Optional.empty(), LoopbackServer.LOCAL_NAMES, request -> {
                    handled.incrementAndGet();
                    return gateway.get().handle(request);
                })) {
            DeployedPolicies deployed = new DeployedPolicies();
            String self = "http://" + backend + ":" + server.port() + "/accounts-api";
            deployed.alteration = text -> text.replace("backend-id=\"function-app\"", "base-url=\"" + self + "\"");
            Forwarder forwarder = new Forwarder(SSLContext.getDefault(), Duration.ofSeconds(5));
            // the key that the global policy has taken away is put back, or the second hop would end for want of it
            PolicyServices surroundings = new PolicyServices(
                    deployed.clock,
                    TestTenant.tokens(deployed.clock),
                    (request, origin) ->
                            forwarder.forward(request.with(SubscriptionCheck.HEADER, DeployedPolicies.KEY), origin));
            Handler recorded = deployed.recorded(new Gateway(deployed.settings(), surroundings));
            List<Step> ends = new CopyOnWriteArrayList<>();
            gateway.set(request -> {
                Response answer = recorded.handle(request);
                deployed.trace.end().ifPresent(ends::add);
                return answer;
            });

            handled.incrementAndGet();
            Response response = gateway.get()
                    .handle(DeployedPolicies.call(TestTenant.token()).with("Host", host.formatted(server.port())));

            assertThat(response.status()).isEqualTo(500);
            assertThat(handled.get()).isEqualTo(hops);
            assertThat(ends)
                    .extracting(step -> step.finding().reason(), step -> step.finding()
                            .expected())
                    .containsExactly(tuple("BackendConnectionFailure", "a backend other than this gateway"));
        }
    }
}
