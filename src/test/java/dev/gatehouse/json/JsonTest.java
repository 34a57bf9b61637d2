package dev.gatehouse.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    /** Public, as the library reads it by reflection. */
    public record Account(String id, String displayName, List<String> roles, Account parent) {}

    @Test
    void readsADocumentAsPlainValues() throws JsonProcessingException {
        assertThat(Json.read("{\"b\":[1,true,null,\"x\"],\"a\":{}}"))
                .isEqualTo(Map.of("b", Arrays.asList(1, true, null, "x"), "a", Map.of()));
        assertThat(Json.read("null")).isNull();
        assertThat(Json.read(" \n")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\":1,\"a\":2}",
                "{\"o\":{\"a\":1,\"a\":1}}",
                "{} {}",
                "{}x",
                "[1,]",
                "{'a':1}",
                "{a:1}",
                "// comment\n{}",
                "NaN",
                "01",
                "\"open"
            })
    void refusesWhatIsNotExactlyOneDocument(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void refusesADocumentThatIsTooDeep() {
        assertThatThrownBy(() -> Json.read("[".repeat(2_000))).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void writesRecordsInTheirOrderAndLeavesOutWhatIsNull() {
        assertThat(Json.write(new Account("a", "\u00e4 \"b\" \u2028", List.of("r"), null)))
                .isEqualTo("{\"id\":\"a\",\"displayName\":\"\u00e4 \\\"b\\\" \u2028\",\"roles\":[\"r\"]}");
    }
}
