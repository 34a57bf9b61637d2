package dev.gatehouse.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    /** Public, because the library reads it by reflection. */
    public record Holding(String id, String displayName, List<String> roles, Holding parent) {}

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
        assertThat(Json.write(new Holding("a", "\u00e4 \"b\" \u2028", List.of("r"), null)))
                .isEqualTo("{\"id\":\"a\",\"displayName\":\"\u00e4 \\\"b\\\" \u2028\",\"roles\":[\"r\"]}");
    }

    @ParameterizedTest
    @MethodSource
    void writesDatesAndDurationsAsTheirTexts(Object value, String text) {
        assertThat(Json.write(Map.of("at", value))).isEqualTo("{\"at\":\"" + text + "\"}");
    }

    static Stream<Arguments> writesDatesAndDurationsAsTheirTexts() {
        return Stream.of(
                arguments(Instant.EPOCH, "1970-01-01T00:00:00Z"),
                arguments(LocalDate.EPOCH, "1970-01-01"),
                arguments(OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC), "1970-01-01T00:00Z"),
                arguments(Duration.ofSeconds(90), "PT1M30S"),
                arguments(DayOfWeek.MONDAY, "MONDAY"));
    }

    @ParameterizedTest
    @MethodSource
    void refusesTypesThatHaveNoFormInJson(Object value) {
        assertThatThrownBy(() -> Json.write(Map.of("value", value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(value.getClass().getName() + " has no form in JSON");
    }

    static Stream<Object> refusesTypesThatHaveNoFormInJson() {
        return Stream.of(Optional.of("x"), OptionalInt.of(1), Locale.ROOT, new Object(), Stream.of(1));
    }
}
