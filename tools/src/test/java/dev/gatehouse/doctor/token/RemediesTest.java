package dev.gatehouse.doctor.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.gateway.token.TokenReason;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.token.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemediesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void thereIsOneFixForEachReasonOfTheGuardAndNoOther() {
        assertThat(Remedies.ofGuard().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Reason.values()).map(Reason::code).toList());
    }

    /** The names that a fix and its heading have in common: settings, properties, headers. */
    @ParameterizedTest
    @EnumSource
    void whatAFixNamesIsInTheGuide(Reason reason) throws IOException {
        String guide = Files.readString(Path.of("docs/troubleshooting.md"));
        String section =
                guide.substring(guide.indexOf("\n### " + reason.code() + "\n")).split("\n##", 3)[1];
        String fix = Remedies.ofGuard().get(reason.code()).text();

        Pattern.compile("GATEHOUSE_\\w+|X-Gatehouse-[\\w-]+|api\\.\\w+|appRoleAssignedTo|tokenVersions|<[^>]+>")
                .matcher(fix)
                .results()
                .forEach(name -> assertThat(section).contains(name.group()));
    }

    @ParameterizedTest
    @EnumSource
    void thereIsAFixForEachReasonOfTheGatewaysPoliciesForTokens(TokenReason reason) {
        assertThat(Remedies.general(Layer.GATEWAY, reason.title())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claims",
                "issuer",
                "audience",
                "lifetime",
                "allowedApplications",
                "allowedPrincipals",
                "no-token"
            })
    void thereIsAFixForEachReasonOfEasyAuth(String reason) {
        assertThat(Remedies.general(Layer.EASY_AUTH, reason)).isPresent();
    }

    @Test
    void saysHowOldTheTokenIsWhereAFixShowsInNewOnesOnly() {
        assertThat(remedies(TokenKind.APP, 600).of("role-missing"))
                .contains("This one is 10 min old and ends in 50 min", "60 to 90 minutes");
        assertThat(remedies(TokenKind.MANAGED_IDENTITY, 7200).of("version-not-accepted"))
                .contains("2 h 0 min old", "24 hours", "2026-11-22T08:00:00Z", "in 22 h 0 min");
        assertThat(remedies(TokenKind.MANAGED_IDENTITY, 90_000).of("role-missing"))
                .contains("that time is over");
        assertThat(remedies(TokenKind.APP, 600).of("audience-mismatch")).doesNotContain("old");
    }

    private static Remedies remedies(TokenKind kind, long age) {
        long issued = NOW.getEpochSecond() - age;
        Map<String, Object> claims = Map.of("iat", issued, "exp", NOW.getEpochSecond() + 3000);
        return new Remedies(new TokenAge(new UnverifiedJwt(3, Map.of(), claims, 256), kind, NOW));
    }
}
