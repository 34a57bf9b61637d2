package dev.gatehouse.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MonotonicClockTest {

    @Test
    void countsFromWhenItWasMadeAndNeverGoesBack() {
        Clock clock = new MonotonicClock();
        Instant last = clock.instant();
        assertThat(last).isBetween(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofMinutes(1)));

        for (int i = 0; i < 100_000; i++) {
            Instant now = clock.instant();
            assertThat(now.isBefore(last)).isFalse();
            last = now;
        }
        assertThat(last).isAfter(Instant.EPOCH);
    }
}
