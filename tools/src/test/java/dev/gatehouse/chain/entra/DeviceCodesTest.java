package dev.gatehouse.chain.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.entra.directory.User;
import dev.gatehouse.fixtures.MovableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeviceCodesTest {
    private static final User ADA = new User("ada", "Ada", "ada@contoso.example", false);
    private static final RequestedAccess ACCESS = new RequestedAccess("api://accounts", List.of());

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final DeviceCodes codes = new DeviceCodes(clock);

    @Test
    void waitsForThePerson() {
        var begun = codes.begin("console", ACCESS);
        assertThat(refusal(begun.device(), "console")).isEqualTo(EntraError.AUTHORIZATION_PENDING);
        assertThat(codes.signIn(begun.user(), ADA)).isTrue();
        assertThat(codes.redeem(begun.device(), "console"))
                .isEqualTo(EntraResult.granted(new DeviceCodes.SignIn(ADA, ACCESS)));
    }

    @Test
    void worksOnce() {
        var begun = codes.begin("console", ACCESS);
        codes.signIn(begun.user(), ADA);
        codes.redeem(begun.device(), "console");
        assertThat(refusal(begun.device(), "console")).isEqualTo(EntraError.DEVICE_CODE_UNKNOWN);
    }

    @Test
    void isOfNoUseToAnotherClient() {
        var begun = codes.begin("console", ACCESS);
        codes.signIn(begun.user(), ADA);
        assertThat(refusal(begun.device(), "batch")).isEqualTo(EntraError.DEVICE_CODE_UNKNOWN);
    }

    @Test
    void expires() {
        var begun = codes.begin("console", ACCESS);
        clock.move(DeviceCodes.LIFETIME);
        assertThat(codes.signIn(begun.user(), ADA)).isFalse();
        assertThat(refusal(begun.device(), "console")).isEqualTo(EntraError.DEVICE_CODE_EXPIRED);
    }

    @Test
    void forgetsNobodysCode() {
        assertThat(codes.signIn("NOCODE", ADA)).isFalse();
    }

    @Test
    void answersPendingOverHttp() {
        try (RunningContoso contoso = new RunningContoso()) {
            String path = "/" + Contoso.TENANT + "/oauth2/v2.0/";
            var begun = contoso.post(
                    path + "devicecode",
                    Map.of("client_id", Contoso.CONSOLE, "scope", "openid api://accounts/.default"));
            assertThat(begun.json().path("message").asText())
                    .contains(begun.json().path("user_code").asText());
            var waiting = contoso.post(
                    path + "token",
                    Map.of(
                            "grant_type",
                            "urn:ietf:params:oauth:grant-type:device_code",
                            "client_id",
                            Contoso.CONSOLE,
                            "device_code",
                            begun.json().path("device_code").asText()));
            assertThat(waiting.json().path("error").asText()).isEqualTo("authorization_pending");
            assertThat(waiting.code()).isEqualTo(70016);
        }
    }

    private EntraError refusal(String deviceCode, String client) {
        return ((EntraResult.Refused<?>) codes.redeem(deviceCode, client)).error();
    }
}
