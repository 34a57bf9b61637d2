package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.fixtures.Snapshots;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the deployed availability tests expect, asked of the running chain. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AvailabilityIT {
    private static final Pattern TEST =
            Pattern.compile("name: '([\\w-]+)'\\s+url: '[^']+'\\s+status: (\\d+)\\s+text: '([^']+)'");

    private RunningChain running;
    private Map<String, Expected> tests;

    private record Expected(int status, String text) {
        boolean met(Response answer) {
            return answer.status() == status && answer.bodyText().contains(text);
        }
    }

    @BeforeAll
    void start() throws IOException {
        tests = TEST.matcher(Files.readString(Path.of("infra/availability.bicep")))
                .results()
                .collect(Collectors.toMap(
                        test -> test.group(1), test -> new Expected(Integer.parseInt(test.group(2)), test.group(3))));
        running = RunningChain.shared(Snapshots.read(Snapshots.MAIN));
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void pass() {
        assertThat(tests)
                .containsOnlyKeys("gateway-wants-subscription-key", "function-wants-token", "function-is-ready");
        assertThat(met("gateway-wants-subscription-key", gateway(), Request.get("/accounts")))
                .isTrue();
        assertThat(met("function-wants-token", functionApp(), Request.get("/accounts")))
                .isTrue();
        assertThat(met("function-is-ready", functionApp(), Request.get("/health")))
                .isTrue();
    }

    /** With the subscription check off, the gateway still answers 401, as the token is missing. */
    @Test
    void failWhenAnotherLockOfTheGatewayAnswers() {
        Response answer = running.atGateway(Request.get("/accounts")).response();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(tests.get("gateway-wants-subscription-key").met(answer)).isFalse();
    }

    /** With Easy Auth off, a call without token and key is still answered 401, by the host. */
    @Test
    void failWhenAnotherLockOfTheFunctionAppAnswers() {
        String token = running.kit().app().compact();
        Response byHost = call(functionApp(), Request.get("/accounts").with("Authorization", "Bearer " + token));
        Response withoutEasyAuth = call(running.chain().doors().host(), Request.get("/accounts"));
        Response byGuard = running.atHost(Request.get("/accounts")).response();

        assertThat(byHost.status()).isEqualTo(401);
        assertThat(withoutEasyAuth.status()).isEqualTo(401);
        assertThat(byGuard.status()).isEqualTo(401);
        Expected expected = tests.get("function-wants-token");
        assertThat(expected.met(byHost)).isFalse();
        assertThat(expected.met(withoutEasyAuth)).isFalse();
        assertThat(expected.met(byGuard)).isFalse();
    }

    private boolean met(String test, URI door, Request request) {
        return tests.get(test).met(call(door, request));
    }

    private Response call(URI door, Request request) {
        return running.caller().call(door, request).response();
    }

    private URI gateway() {
        return running.chain().doors().gateway();
    }

    private URI functionApp() {
        return running.chain().doors().functionApp();
    }
}
