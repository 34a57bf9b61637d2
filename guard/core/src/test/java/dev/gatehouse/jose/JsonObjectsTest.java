package dev.gatehouse.jose;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectsTest {
    @Test
    void readsEveryKindOfValueInTheDocumentsOrder() throws ParseException {
        Map<String, Object> read =
                read(" {\"z\" : \"text\",\t\"whole\":-12, \"zero\":0,\"fraction\":1.50,\"exponent\":1e3,\r\n"
                        + "\"yes\":true,\"no\":false,\"none\":null,\"list\":[1,[],\"a\"],\"object\":{\"\":{}}} ");

        assertThat(read.keySet())
                .containsExactly("z", "whole", "zero", "fraction", "exponent", "yes", "no", "none", "list", "object");
        assertThat(read)
                .containsEntry("z", "text")
                .containsEntry("whole", -12L)
                .containsEntry("zero", 0L)
                .containsEntry("fraction", 1.5)
                .containsEntry("exponent", 1000.0)
                .containsEntry("yes", true)
                .containsEntry("no", false)
                .containsEntry("none", null)
                .containsEntry("list", List.of(1L, List.of(), "a"))
                .containsEntry("object", Map.of("", Map.of()));
    }

    @Test
    void readsWholeNumbersExactlyAsFarAsALongGoes() throws ParseException {
        assertThat(read("{\"a\":9223372036854775807}")).containsEntry("a", Long.MAX_VALUE);
        assertThat(read("{\"a\":-9223372036854775808}")).containsEntry("a", Long.MIN_VALUE);
        assertThat(read("{\"a\":9223372036854775808}")).containsEntry("a", 9223372036854775808.0);
        assertThat(read("{\"a\":1e400}")).containsEntry("a", Double.POSITIVE_INFINITY);
    }

    @Test
    void readsEveryEscapeAndEveryScript() throws ParseException {
        assertThat(read("{\"\\u0061\\\"\\\\\\/\\b\\f\\n\\r\\t\":\"\\u00E9\\ud83d\\uDE00\"}"))
                .containsExactly(Map.entry("a\"\\/\b\f\n\r\t", "\u00e9\ud83d\ude00"));
        assertThat(read("{\"\u00e9\u20ac\":\"\ud83d\ude00 \\u0000 x\"}"))
                .containsExactly(Map.entry("\u00e9\u20ac", "\ud83d\ude00 \u0000 x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "[[\"a\",1]]",
                "\"a\"",
                "7",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":\"x",
                "{\"a\":[1",
                "{}{}",
                "{} x",
                "{}\u0000",
                "\ufeff{}",
                ")]}'\n{}",
                "{\"a\":1,}",
                "{,}",
                "{\"a\":[1,]}",
                "{\"a\":[,]}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1;\"b\":2}",
                "{\"a\"=1}",
                "{\"a\"}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":'x'}",
                "{7:1}",
                "{/**/\"a\":1}",
                "{\"a\":1//\n}",
                "{#\n}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":-}",
                "{\"a\":+1}",
                "{\"a\":01}",
                "{\"a\":-01}",
                "{\"a\":00}",
                "{\"a\":.5}",
                "{\"a\":5.}",
                "{\"a\":5.e1}",
                "{\"a\":5e}",
                "{\"a\":5e+}",
                "{\"a\":0x10}",
                "{\"a\":1_0}",
                "{\"a\":1L}",
                "{\"a\":\u0661}",
                "{\"a\":True}",
                "{\"a\":tru}",
                "{\"a\":truely}",
                "{\"a\":nul}",
                "{\"a\":\u00a01}",
                "{\"a\":\f1}",
                "{\"a\":\"x\ny\"}",
                "{\"a\":\"x\ty\"}",
                "{\"a\":\"\u0000\"}",
                "{\"a\":\"\u00e9\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u00g0\"}",
                "{\"a\":\"\\u00\"}",
                "{\"a\":\"\\u\uff11000\"}",
                "{\"a\":\"\\",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"a\":null,\"a\":null}",
                "{\"b\":{\"a\":1,\"a\":2}}",
                "{\"b\":[{\"a\":1,\"a\":2}]}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\udc00\"}",
                "{\"a\":\"\\ud800\\ud800\"}",
                "{\"a\":\"\\ud800x\\udc00\"}",
                "{\"\\ud800\":1}",
            })
    void refusesWhatTwoReadersCouldReadDifferently(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(ParseException.class);
    }

    /** A byte that UTF-8 never has, an overlong slash, a lone surrogate in three bytes, beyond Unicode, a truncated character, Latin-1. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00ff",
                "\u00c0\u00af",
                "\u00ed\u00a0\u0080",
                "\u00f4\u0090\u0080\u0080",
                "\u00e2\u0082",
                "\u00e9"
            })
    void refusesBytesThatAreNotUtf8(String latin1) {
        for (String text : List.of("{\"a\":\"" + latin1 + "\"}", "{\"" + latin1 + "\":1}", latin1 + "{}")) {
            assertThatThrownBy(() -> JsonObjects.read(text.getBytes(ISO_8859_1)))
                    .isInstanceOf(ParseException.class);
        }
    }

    @Test
    void readsSixtyFourObjectsAndListsWithinOneAnotherAndNotOneMore() throws ParseException {
        assertThat(read("{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}")).containsKey("a");
        assertThat(read("{\"a\":".repeat(63) + "{}" + "}".repeat(63))).containsKey("a");

        assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}"))
                .hasMessageContaining("more than 64 objects and lists within one another");
        assertThatThrownBy(() -> read("{\"a\":".repeat(100_000))).isInstanceOf(ParseException.class);
    }

    @Test
    void saysWhereAndQuotesNothing() {
        assertThatThrownBy(() -> read("{\"secret\":oops}")).hasMessage("the JSON has no digit at byte 10");
    }

    private static Map<String, Object> read(String text) throws ParseException {
        return JsonObjects.read(text.getBytes(UTF_8));
    }
}
