package dev.gatehouse.jose;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares our JSON reader with Jackson's, which gets the strictly decoded text. */
class JsonObjectsFuzzTest {
    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Runs on saved inputs in {@code mvn verify}; in the profile {@code fuzz} it looks for new ones. */
    @FuzzTest(maxDuration = "60s")
    void takesNothingThatJacksonRefusesAndReadsTheSame(byte[] bytes) {
        Optional<Object> read = read(bytes);
        if (read.isPresent() && !read.equals(readByJackson(bytes))) {
            throw new AssertionError("read differently from Jackson: " + new String(bytes, ISO_8859_1));
        }
    }

    /** Jackson accepts lone surrogates; none of these documents has any. */
    @Test
    void readsChangedDocumentsAsJacksonDoes() {
        int documents = 1_000 * Integer.getInteger("fuzz.factor", 1);
        byte[] sound = "{\"a\":[1,-2.5e3,true,null,\"\\u00e9\u00e9\"],\"b\":{\"c\":\"x\\n\",\"d\":{}},\"e\":\"\"}"
                .getBytes(UTF_8);
        String pieces = "{}[]:,\"\\0123456789.-+eEtrufalsn \u00e9\n\u0000";
        Random random = new Random(20260601);
        int taken = 0;
        for (int i = 0; i < documents; i++) {
            byte[] changed = sound.clone();
            for (int edits = random.nextInt(3); edits >= 0; edits--) {
                changed[random.nextInt(changed.length)] = (byte) pieces.charAt(random.nextInt(pieces.length()));
            }
            Optional<Object> read = read(changed);
            if (!read.equals(readByJackson(changed))) {
                throw new AssertionError("read differently from Jackson: " + new String(changed, ISO_8859_1));
            }
            taken += read.isPresent() ? 1 : 0;
        }
        assertThat(taken).isBetween(documents / 20, documents * 9 / 10);
    }

    private static Optional<Object> read(byte[] bytes) {
        try {
            return Optional.of(comparable(JsonObjects.read(bytes)));
        } catch (ParseException refused) {
            return Optional.empty();
        }
    }

    private static Optional<Object> readByJackson(byte[] bytes) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            Object read = JACKSON.readValue(text, Object.class);
            return read instanceof Map ? Optional.of(comparable(read)) : Optional.empty();
        } catch (CharacterCodingException | JacksonException refused) {
            return Optional.empty();
        }
    }

    /** In order, and with one type of number: Jackson has ints and big integers in addition to longs. */
    private static Object comparable(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(each -> Arrays.asList(each.getKey(), comparable(each.getValue())))
                    .toList();
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(each -> Arrays.asList("entry", comparable(each)))
                    .toList();
        }
        return value instanceof Number number ? number.doubleValue() : String.valueOf(value);
    }
}
