package dev.gatehouse.doctor.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElapsedTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S,0 ms",
        "PT0.999S,999 ms",
        "PT1S,1.0 s",
        "PT59.999S,59.9 s",
        "PT1M,1 min 0 s",
        "PT59M59S,59 min 59 s",
        "PT1H,1 h 0 min",
        "PT23H59M,23 h 59 min",
        "PT24H,1 d 0 h",
        "PT-0.2S,-200 ms",
    })
    void saysADurationInItsTwoLargestUnits(Duration duration, String words) {
        assertThat(Elapsed.words(duration)).isEqualTo(words);
    }
}
