package dev.gatehouse.chain.claims;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a claim's JSON is as text in .NET. */
class ClaimTextsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"text\" | text",
                "\"2.0\" | 2.0",
                "2 | 2",
                "-2 | -2",
                "2.0 | 2",
                "2.00 | 2",
                "2e0 | 2",
                "1.10 | 1.1",
                "1e5 | 100000",
                "0.1 | 0.1",
                "0.0001 | 0.0001",
                "0.00001 | 1E-05",
                "-0.0 | -0",
                "123456789012345.0 | 123456789012345",
                "1e14 | 100000000000000",
                "1e15 | 1E+15",
                "1234567890123456.0 | 1.234567890123456E+15",
                "1.5e300 | 1.5E+300",
                "2e-7 | 2E-07",
                "5e-324 | 5E-324",
                "9007199254740993 | 9007199254740993",
                "9223372036854775807 | 9223372036854775807",
                "true | true",
                "false | false",
                "null | ``",
                "{\"a\":1} | {\"a\":1}",
            })
    void isAsDotNetWritesIt(String json, String text) throws IOException {
        assertThat(texts(json)).containsExactly(text);
    }

    @Test
    void numbersBeyondADoubleAreInfinite() {
        assertThat(ClaimTexts.of(Map.of("c", new BigDecimal("1e400"))).get("c")).containsExactly("Infinity");
        assertThat(ClaimTexts.of(Map.of("c", new BigInteger("18446744073709551615")))
                        .get("c"))
                .containsExactly("18446744073709551615");
        assertThat(ClaimTexts.of(Map.of("c", new BigInteger("99999999999999999999999")))
                        .get("c"))
                .containsExactly("1E+23");
    }

    @Test
    void aListIsOneTextForEachEntryAndAnEmptyOneNoClaim() throws IOException {
        assertThat(texts("[\"a\", null, 2.0, {\"k\": [1]}, [\"x\"]]"))
                .containsExactly("a", "", "2", "{\"k\":[1]}", "[\"x\"]");
        assertThat(ClaimTexts.of(Map.of("c", List.of()))).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(String json) throws IOException {
        Map<String, Object> claims = new ObjectMapper()
                .configure(DeserializationFeature.USE_LONG_FOR_INTS, true)
                .readValue("{\"c\":" + json + "}", Map.class);
        return ClaimTexts.of(claims).get("c");
    }
}
