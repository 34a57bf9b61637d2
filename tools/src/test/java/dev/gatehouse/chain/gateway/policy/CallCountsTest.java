package dev.gatehouse.chain.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.gateway.TestTenant;
import dev.gatehouse.fixtures.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallCountsTest {
    private static final Rate TWO_IN_TEN = new Rate(2, Duration.ofSeconds(10));

    private final MovableClock clock = new MovableClock(TestTenant.NOW);
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

    /** So that a busy key costs no more than an idle one; it never lets more calls through in a period. */
    @Test
    void theCallsOfOneSecondLeaveTheWindowTogether() {
        assertThat(secondsToWait("a")).isZero();
        clock.move(Duration.ofMillis(999));
        assertThat(secondsToWait("a")).isZero();
        clock.move(Duration.ofMillis(9_001));
        assertThat(secondsToWait("a")).as("the first alone would be over").isEqualTo(1);
        clock.move(Duration.ofMillis(998));
        assertThat(secondsToWait("a")).isEqualTo(1);
        clock.move(Duration.ofMillis(1));
        assertThat(counts.standing("a", TWO_IN_TEN).remaining()).isEqualTo(2);
    }

    @Test
    void keepsOneCountForASecond() {
        Rate many = new Rate(1_000_000, Duration.ofSeconds(10));
        for (int i = 0; i < 12_000; i++) {
            assertThat(counts.admit("a", many, 1).remaining()).isPositive();
            clock.move(Duration.ofMillis(1));
        }

        assertThat(counts.size().seconds()).isBetween(10, 11);
        assertThat(1_000_000 - counts.standing("a", many).remaining()).isBetween(9_000, 11_000);
    }

    @Test
    void countsFurtherThanAnIntInOneSecond() {
        for (int i = 0; i < 3; i++) {
            counts.add("a", Integer.MAX_VALUE);
        }

        assertThat(secondsToWait("a")).isEqualTo(10);
    }

    @Test
    void forgetsTheKeyThatHasBeenIdleTheLongestAndLocksNobodyOut() {
        for (int i = 0; i < CallCounts.MOST_KEYS; i++) {
            counts.add("key " + i, 2);
        }
        assertThat(secondsToWait("key 0")).as("in use again").isEqualTo(10);

        assertThat(secondsToWait("late")).isZero();
        assertThat(secondsToWait("late")).isZero();
        assertThat(secondsToWait("late")).as("has a separate count").isEqualTo(10);
        assertThat(secondsToWait("key 0")).isEqualTo(10);
        assertThat(secondsToWait("key 2")).as("still counted").isEqualTo(10);
        assertThat(secondsToWait("key 1")).as("forgotten").isZero();
        assertThat(counts.size().keys()).isEqualTo(CallCounts.MOST_KEYS);
    }
}
