package dev.gatehouse.taskhub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionKeysTest {

    @ParameterizedTest
    @CsvSource({
        "plain-id:7,plain-id:7",
        "a/b,a^0b",
        "a\\b,a^1b",
        "a#b,a^2b",
        "a?b,a^3b",
        "a^b,a^^b",
        "^0,^^0",
        "ü,ü",
    })
    void escapesWhatAKeyMayNotHoldAndFindsTheIdAgain(String instanceId, String key) {
        assertThat(PartitionKeys.escaped(instanceId)).isEqualTo(key);
        assertThat(PartitionKeys.unescaped(key)).isEqualTo(instanceId);
    }

    /** The exact edges of the two ranges of control characters: 00 to 1F, 7F to 9F. */
    @ParameterizedTest
    @CsvSource({"0,c0", "1f,df", "7f,13f", "9f,15f"})
    void shiftsControlCharacters(String control, String shifted) {
        String instanceId = "a" + (char) Integer.parseInt(control, 16);
        String key = "a^" + (char) Integer.parseInt(shifted, 16);

        assertThat(PartitionKeys.escaped(instanceId)).isEqualTo(key);
        assertThat(PartitionKeys.unescaped(key)).isEqualTo(instanceId);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "~", "\u00a0"})
    void leavesTheNeighboursOfControlCharactersAlone(String neighbour) {
        assertThat(PartitionKeys.escaped(neighbour)).isEqualTo(neighbour);
    }

    @Test
    void readsAKeyThatEndsInTheMiddleOfAnEscape() {
        assertThat(PartitionKeys.unescaped("a^")).isEqualTo("a^");
    }
}
