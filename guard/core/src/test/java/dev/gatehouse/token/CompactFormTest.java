package dev.gatehouse.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactFormTest {
    private static final String GOOD = "e30.e30.AQ-_";

    @Test
    void decodesThreeParts() {
        assertThat(CompactForm.of(GOOD)).hasValueSatisfying(form -> {
            assertThat(form.header()).isEqualTo("{}".getBytes(US_ASCII));
            assertThat(form.payload()).isEqualTo("{}".getBytes(US_ASCII));
            assertThat(form.signed()).isEqualTo("e30.e30".getBytes(US_ASCII));
            assertThat(form.signature()).containsExactly(1, 15, 191);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "e30",
                "e30.e30",
                ".e30.AQ-_",
                "e30..AQ-_",
                "e30.e30.",
                "e30.e30.AQ-_.",
                "e30.e30.e30.AQ-_",
                "e30.e30.e30.e30.AQ-_",
                "e30=.e30.AQ-_",
                "e30.e30=.AQ-_",
                "e30.e30.AQ==",
                "e30.e30.AQ+_",
                "e30.e30.AQ/_",
                "e30.e30.AQ-_A",
                "e30.e3\u0000.AQ-_",
                "e30.e30.AQ-\u00e9",
                "e30.e30.AQ-\u0141",
                " e30.e30.AQ-_",
                "e30.e30.AQ-_\n"
            })
    void refusesEveryOtherForm(String compact) {
        assertThat(CompactForm.of(compact)).isEmpty();
    }
}
