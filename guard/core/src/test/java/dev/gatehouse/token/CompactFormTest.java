package dev.gatehouse.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    /** RFC 4648 §3.5: the unused bits of the last character are zero. */
    @Test
    void takesOneOfSixteenAndOneOfFourSpellings() {
        assertThat(spellings("e30.e30.A")).containsExactly("e30.e30.AA", "e30.e30.AQ", "e30.e30.Ag", "e30.e30.Aw");
        assertThat(spellings("e30.e30.AA"))
                .hasSize(16)
                .contains("e30.e30.AAA", "e30.e30.AAE", "e30.e30.AA8")
                .doesNotContain("e30.e30.AAB");
    }

    private static List<String> spellings(String beginning) {
        return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                .chars()
                .mapToObj(last -> beginning + (char) last)
                .filter(compact -> CompactForm.of(compact).isPresent())
                .toList();
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
                "e30.e30.AQ=",
                "e30.e30.AB",
                "e30.e30.AQB",
                "e31.e30.AQ-_",
                "e30.e3l.AQ-_",
                "e30.e30.AQ+_",
                "e30.e30.AQ/_",
                "e30.e30.AQ-_A",
                "e30.e3\u0000.AQ-_",
                "e30.e30.AQ-\u00e9",
                "e30.e30.AQ-\u0141",
                " e30.e30.AQ-_",
                "e30.e30.AQ-_\n",
                "e3\n0.e30.AQ-_",
                "e30.e3\r\n0.AQ-_",
                "e30.e30.AQ\n-_"
            })
    void refusesEveryOtherForm(String compact) {
        assertThat(CompactForm.of(compact)).isEmpty();
    }
}
