package dev.gatehouse.chain.host;

import static dev.gatehouse.chain.host.FixtureHost.GATEWAY;
import static dev.gatehouse.chain.host.FixtureHost.MASTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The host's rows on what it serves itself. */
class OwnPagesRowsTest {
    @RegisterExtension
    static final ServedFixture host = new ServedFixture();

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({
        "/admin/host/status, ''                           , 401, Bearer",
        "/admin/host/status, x-functions-key: wrong       , 401, Bearer",
        "/admin/host/status, x-functions-key: " + GATEWAY + ", 403, (none)",
        "/admin/host/status, x-functions-key: " + MASTER + " , 200, (none)",
        "/admin/functions  , ''                           , 401, Bearer",
        "/admin/functions  , x-functions-key: " + GATEWAY + ", 403, (none)",
        "/admin/functions  , x-functions-key: " + MASTER + " , 200, (none)",
        "/admin/host/keys  , ''                           , 401, Bearer",
        "/admin/vfs/       , ''                           , 401, Bearer",
        "/ADMIN/Host/Ping  , ''                           , 200, (none)",
        "/                 , ''                           , 200, (none)",
        "/runtime/webhooks/x, ''                          , 401, Bearer",
    })
    void servesItsOwnPages(String target, String header, int status, String challenge) throws IOException {
        RawAnswer answer =
                header.isEmpty() ? host.call().get(target) : host.call().get(target, header);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo(challenge);
    }

    @ParameterizedTest
    @CsvSource({"echo, 202", "nothing-of-that-name, 404"})
    void acceptsARunOfAnHttpFunctionButDoesNotRunIt(String function, int status) throws IOException {
        String[] headers = {"Content-Length: 0", "x-functions-key: " + MASTER};
        RawAnswer answer = host.call().call("POST", "/admin/functions/" + function, headers);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(host.log()).noneMatch(line -> line.contains("echo was called"));
    }

    @Test
    void tellsItsStateToTheMasterKey() throws IOException {
        RawAnswer answer = host.call().get("/admin/host/status", "x-functions-key: " + MASTER);

        assertThat(answer.json().get("state")).isEqualTo("Running");
    }

    @Test
    void hidesTheHomePageWhenTheSettingSaysSo() throws IOException {
        try (FixtureHost quiet = FixtureHost.start(host.folder(), Map.of("AzureWebJobsDisableHomepage", "true"))) {
            assertThat(quiet.call().get("/").status()).isEqualTo(204);
        }
    }
}
