package dev.gatehouse.chain.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.gateway.policy.Backend;
import dev.gatehouse.chain.gateway.policy.PolicyServices;
import dev.gatehouse.chain.http.Forwarder;
import dev.gatehouse.chain.http.LoopbackServer;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway between real servers, so that what reaches it is what a client has sent. */
class GatewayOverHttpTest {
    private final List<Request> received = new CopyOnWriteArrayList<>();
    private LoopbackServer backend;
    private LoopbackServer gateway;

    @BeforeEach
    void start() throws NoSuchAlgorithmException {
        backend = LoopbackServer.start("backend", 0, Optional.empty(), LoopbackServer.LOCAL_NAMES, request -> {
            received.add(request);
            return Response.json(201, "{\"made\":true}");
        });
        DeployedPolicies deployed = new DeployedPolicies();
        Forwarder forwarder = new Forwarder(SSLContext.getDefault(), Duration.ofSeconds(5));
        URI url = URI.create("http://localhost:" + backend.port() + "/api");
        GatewaySettings shipped = deployed.settings();
        GatewaySettings settings = new GatewaySettings(
                shipped.global(),
                shipped.api(),
                shipped.access(),
                new GatewaySettings.Service(
                        shipped.service().sku(),
                        shipped.service().namedValues(),
                        Map.of("function-app", new Backend(url, Map.of("x-functions-key", "function-key")))));
        PolicyServices surroundings =
                new PolicyServices(deployed.clock, TestTenant.tokens(deployed.clock), forwarder::forward);
        gateway = LoopbackServer.start(
                "gateway",
                0,
                Optional.empty(),
                LoopbackServer.LOCAL_NAMES,
                deployed.recorded(new Gateway(settings, surroundings)));
    }

    @AfterEach
    void stop() {
        gateway.close();
        backend.close();
    }

    private String answer(String method, String target, String roles, String body) throws IOException {
        String token = TestTenant.token(claims -> claims.put("roles", List.of(roles)));
        String request = method + " " + target + " HTTP/1.1\r\nHost: localhost:" + gateway.port()
                + "\r\nAuthorization: Bearer " + token + "\r\nOcp-Apim-Subscription-Key: " + DeployedPolicies.KEY
                + "\r\nX-Functions-Key: forged\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void passesACallAndItsAnswerOn() throws IOException {
        String answer = answer("POST", "/accounts-api/accounts?x=%20y", "Accounts.Provision", "{\"a\":1}");

        assertThat(answer).startsWith("HTTP/1.1 201").endsWith("{\"made\":true}");
        Request seen = received.get(0);
        assertThat(seen.method() + " " + seen.target()).isEqualTo("POST /api/accounts?x=%20y");
        assertThat(seen.bodyText()).isEqualTo("{\"a\":1}");
        assertThat(seen.headers().all("x-functions-key")).containsExactly("function-key");
        assertThat(seen.headers().has("Ocp-Apim-Subscription-Key")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts-api/accounts/../health",
                "/accounts-api/accounts/..",
                "/accounts-api/accounts/%2e%2e/health",
                "/accounts-api/accounts/%2e%2e%2fhealth",
                "/accounts-api//health",
                "//accounts-api/accounts",
                "/accounts-api/health",
                "http://localhost/accounts-api/accounts/../health"
            })
    void nothingUnpublishedGetsThrough(String target) throws IOException {
        assertThat(answer("GET", target, "Accounts.Read", ""))
                .containsPattern("^HTTP/1\\.1 (404|400)"); // 400: not the Host
        assertThat(received).isEmpty();
    }
}
