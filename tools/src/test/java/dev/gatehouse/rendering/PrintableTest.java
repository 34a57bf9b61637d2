package dev.gatehouse.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

    @ParameterizedTest
    @CsvSource({"1b,\\u001b", "7f,\\u007f", "9b,\\u009b", "202e,\\u202e", "2028,\\u2028", "a,\\n", "d,\\r", "9,\\t"})
    void writesWhatCouldCommandTheTerminalAsAnEscape(String codePoint, String escape) {
        assertThat(Printable.of("a" + Character.toString(Integer.parseInt(codePoint, 16)) + "b"))
                .isEqualTo("a" + escape + "b");
    }

    @ParameterizedTest
    @CsvSource({"plain text", "Åse", "拒否", "😀"})
    void leavesTextAlone(String text) {
        assertThat(Printable.of(text)).isEqualTo(text);
    }
}
