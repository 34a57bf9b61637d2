package dev.gatehouse.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatehouse.local.gateway.policy.Surroundings;
import dev.gatehouse.local.http.Forwarder;
import dev.gatehouse.local.http.Handler;
import dev.gatehouse.local.http.LoopbackServer;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.journey.Step;
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
            Deployed deployed = new Deployed();
            String self = "http://" + backend + ":" + server.port() + "/accounts-api";
            deployed.alteration = text -> text.replace("backend-id=\"function-app\"", "base-url=\"" + self + "\"");
            Forwarder forwarder = new Forwarder(SSLContext.getDefault(), Duration.ofSeconds(5));
            // the key that the global policy has taken away is put back, or the second hop would end for want of it
            Surroundings surroundings = new Surroundings(
                    deployed.clock,
                    Tenant.tokens(deployed.clock),
                    (request, origin) ->
                            forwarder.forward(request.with(SubscriptionCheck.HEADER, Deployed.KEY), origin));
            Handler recorded = deployed.recorded(new Gateway(deployed.settings(), surroundings));
            List<Step> ends = new CopyOnWriteArrayList<>();
            gateway.set(request -> {
                Response answer = recorded.handle(request);
                deployed.journey.end().ifPresent(ends::add);
                return answer;
            });

            handled.incrementAndGet();
            Response response =
                    gateway.get().handle(Deployed.call(Tenant.token()).with("Host", host.formatted(server.port())));

            assertThat(response.status()).isEqualTo(500);
            assertThat(handled.get()).isEqualTo(hops);
            assertThat(ends)
                    .extracting(step -> step.finding().reason(), step -> step.finding()
                            .expected())
                    .containsExactly(tuple("BackendConnectionFailure", "a backend beside this gateway"));
        }
    }
}
