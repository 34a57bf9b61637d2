package dev.gatehouse.doctor.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.jwt.UnverifiedJwt;
import dev.gatehouse.token.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemediesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void saysHowOldTheTokenIsWhereAFixShowsInNewOnesOnly() {
        assertThat(remedies(TokenKind.APP, 600).of(Layer.GUARD, Reason.ROLE_MISSING, List.of()))
                .contains("This one is 10 min old and ends in 50 min", "60 to 90 minutes");
        assertThat(remedies(TokenKind.MANAGED_IDENTITY, 7200).of(Layer.GUARD, Reason.VERSION_NOT_ACCEPTED, List.of()))
                .contains("2 h 0 min old", "24 hours", "2026-11-22T08:00:00Z", "in 22 h 0 min");
        assertThat(remedies(TokenKind.MANAGED_IDENTITY, 90_000).of(Layer.GUARD, Reason.ROLE_MISSING, List.of()))
                .contains("that time has passed");
        assertThat(remedies(TokenKind.APP, 600).of(Layer.GUARD, Reason.AUDIENCE_MISMATCH, List.of()))
                .doesNotContain("old");
    }

    private static Remedies remedies(TokenKind kind, long age) {
        long issued = NOW.getEpochSecond() - age;
        Map<String, Object> claims = Map.of("iat", issued, "exp", NOW.getEpochSecond() + 3000);
        UnverifiedJwt token = new UnverifiedJwt(3, Map.of(), claims, 256);
        return new Remedies(kind, token, new TokenAge(token, kind, NOW));
    }
}
