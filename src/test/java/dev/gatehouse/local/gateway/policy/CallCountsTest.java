package dev.gatehouse.local.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.fixtures.MovableClock;
import dev.gatehouse.local.gateway.Tenant;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallCountsTest {
    private static final Rate TWO_IN_TEN = new Rate(2, Duration.ofSeconds(10));

    private final MovableClock clock = new MovableClock(Tenant.NOW);
    private final CallCounts counts = new CallCounts(Duration.ofSeconds(10), clock);

    private long secondsToWait(String key) {
        return counts.admit(key, TWO_IN_TEN, 1).secondsToWait();
    }

    @Test
    void theWindowSlides() {
        assertThat(secondsToWait("a")).isZero();
        clock.move(Duration.ofSeconds(4));
        assertThat(secondsToWait("a")).isZero();
        assertThat(secondsToWait("a")).isEqualTo(6);
        assertThat(secondsToWait("b")).isZero();
        clock.move(Duration.ofMillis(5_999));
        assertThat(secondsToWait("a")).isEqualTo(1);
        clock.move(Duration.ofMillis(1));
        assertThat(secondsToWait("a")).isZero();
        assertThat(secondsToWait("a")).isEqualTo(4);
    }

    @Test
    void saysWhatIsLeft() {
        assertThat(counts.standing("a", TWO_IN_TEN).remaining()).isEqualTo(2);
        counts.add("a", 1);
        assertThat(counts.standing("a", TWO_IN_TEN).remaining()).isEqualTo(1);
        counts.add("a", 5);
        assertThat(counts.standing("a", TWO_IN_TEN)).isEqualTo(new CallCounts.Standing(0, 10));
    }

    @Test
    void waitsUntilEnoughOfSeveralCountsAreOver() {
        counts.add("a", 1);
        clock.move(Duration.ofSeconds(3));
        counts.add("a", 2);

        assertThat(counts.standing("a", TWO_IN_TEN).secondsToWait()).isEqualTo(10);
        assertThat(counts.standing("a", new Rate(3, Duration.ofSeconds(10))).secondsToWait())
                .isEqualTo(7);
    }

    @Test
    void keepsNoMoreKeysThanItSaysAndForgetsIdleOnes() {
        for (int i = 0; i < CallCounts.MOST_KEYS; i++) {
            counts.add("key " + i, 1);
        }
        assertThat(secondsToWait("late")).isZero();
        assertThat(secondsToWait("later")).isZero();
        assertThat(secondsToWait("latest")).as("shares the count of the late").isEqualTo(10);
        assertThat(secondsToWait("key 7")).as("has its own").isZero();
        assertThat(counts.keys()).isEqualTo(CallCounts.MOST_KEYS + 1);

        clock.move(Duration.ofSeconds(10));

        assertThat(secondsToWait("new")).isZero();
        assertThat(counts.keys()).isLessThan(3);
    }
}
