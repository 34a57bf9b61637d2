package dev.gatehouse.sample.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.gatehouse.fixtures.LoopbackTls;
import dev.gatehouse.onward.Onward;
import dev.gatehouse.onward.OnwardReason;
import dev.gatehouse.onward.OnwardRefusal;
import dev.gatehouse.onward.OnwardToken;
import dev.gatehouse.test.TestCaller;
import dev.gatehouse.test.TestRequest;
import dev.gatehouse.test.TestResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a Microsoft Graph on this machine; isolated, as the trusted certificate is the JVM's. */
@Isolated
class ProfileFunctionTest {
    private static final String ADA =
            "{\"id\":\"ada\",\"displayName\":\"Ada\",\"userPrincipalName\":null,\"jobTitle\":\"x\"}";
    private static final List<String> CALLS = new CopyOnWriteArrayList<>();
    private static SSLSocketFactory before;
    private static HttpsServer graph;
    private static volatile int status;
    private static volatile String body;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        LoopbackTls tls = LoopbackTls.create(folder);
        before = HttpsURLConnection.getDefaultSSLSocketFactory();
        HttpsURLConnection.setDefaultSSLSocketFactory(tls.trusting().getSocketFactory());
        graph = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        graph.setHttpsConfigurator(new HttpsConfigurator(tls.server()));
        graph.createContext("/", ProfileFunctionTest::serve);
        graph.start();
    }

    @BeforeEach
    void begin() {
        CALLS.clear();
        status = 200;
        body = ADA;
    }

    @AfterAll
    static void stop() {
        HttpsURLConnection.setDefaultSSLSocketFactory(before);
        graph.stop(0);
    }

    @Test
    void readsTheUsersProfileWithTheTokenOnBehalfOfTheUser() {
        HttpResponseMessage response = read(endpoint());

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getBody()).isEqualTo("{\"id\":\"ada\",\"displayName\":\"Ada\",\"userPrincipalName\":\"\"}");
        assertThat(CALLS).containsExactly("/v1.0/me Bearer onward");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | {} | 401 | onward-interaction-required
            403 | {} | 403 | onward-forbidden
            429 | {} | 503 | onward-unavailable
            503 | {} | 503 | onward-unavailable
            302 | {} | 503 | onward-unavailable
            200 | {} | 503 | onward-unavailable
            200 | [] | 503 | onward-unavailable
            200 | <html> | 503 | onward-unavailable
            """)
    void answersWhatGraphRefuses(int graphs, String content, int answered, String code) {
        status = graphs;
        body = content;

        HttpResponseMessage response = read(endpoint());

        assertThat(response.getStatusCode()).isEqualTo(answered);
        assertThat(TestResponse.errorCode(response)).isEqualTo(code);
        assertThat(response.getHeader("Retry-After") != null).isEqualTo(answered == 503);
        assertThat(CALLS).hasSize(1);
        if (answered == 401) {
            assertThat(response.getHeader("WWW-Authenticate")).endsWith("claims=\"eyJhIjoxfQ==\"");
        }
    }

    @Test
    void readsNoAnswerWithoutEnd() {
        body = ADA.replace("Ada", "a".repeat(70_000));

        assertThat(read(endpoint()).getStatusCode()).isEqualTo(503);
    }

    /** A token goes to an https address or nowhere. */
    @ParameterizedTest
    @CsvSource({"''", "http://localhost/me"})
    void needsTheAddressOfGraph(String endpoint) {
        HttpResponseMessage response = read(endpoint);

        assertThat(response.getStatusCode()).isEqualTo(503);
        assertThat(TestResponse.errorCode(response)).isEqualTo("onward-misconfigured");
        assertThat(CALLS).isEmpty();
    }

    @Test
    void callsNothingWithoutAToken() {
        HttpResponseMessage response =
                read((context, scopes) -> OnwardRefusal.of(OnwardReason.USER_MISSING), endpoint());

        assertThat(response.getStatusCode()).isEqualTo(403);
        assertThat(TestResponse.errorCode(response)).isEqualTo("onward-user-missing");
        assertThat(CALLS).isEmpty();
    }

    private static HttpResponseMessage read(String endpoint) {
        return read(
                (context, scopes) -> {
                    assertThat(scopes).isEqualTo(Set.of("https://graph.microsoft.com/User.Read"));
                    return new OnwardToken("onward", Instant.EPOCH);
                },
                endpoint);
    }

    private static HttpResponseMessage read(Onward onward, String endpoint) {
        return new ProfileFunction(onward, new Profiles(endpoint))
                .readProfile(
                        TestRequest.get("me/profile"),
                        TestCaller.user("profile.read").context());
    }

    private static String endpoint() {
        return "https://localhost:" + graph.getAddress().getPort() + "/v1.0/me";
    }

    private static void serve(HttpExchange call) throws IOException {
        CALLS.add(
                call.getRequestURI().getPath() + " " + call.getRequestHeaders().getFirst("Authorization"));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders()
                .set("WWW-Authenticate", "Bearer error=\"insufficient_claims\", claims=\"eyJhIjoxfQ==\"");
        call.getResponseHeaders().set("Location", endpoint() + "/elsewhere");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
