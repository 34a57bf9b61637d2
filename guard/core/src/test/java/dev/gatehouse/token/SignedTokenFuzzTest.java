package dev.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Reading a token never throws and never shows the token, for any input. */
class SignedTokenFuzzTest {

    /** Runs on saved inputs in {@code mvn verify}; in the profile {@code fuzz} it looks for new ones. */
    @FuzzTest(maxDuration = "60s")
    void readsAnything(byte[] bytes) {
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        read(text);
        read(encoded("{\"alg\":\"RS256\",\"kid\":\"k\"}") + "."
                + Base64.getUrlEncoder().encodeToString(bytes) + ".c2ln");
        read(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + ".e30.c2ln");
    }

    @Test
    void readsRandomOnes() {
        int tokens = 1_000 * Integer.getInteger("fuzz.factor", 1);
        Random random = new Random(20260101);
        for (int i = 0; i < tokens; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            readsAnything(bytes);
        }
    }

    @Test
    void readsWhatIsDeeperOrLargerThanAnyToken() {
        for (String hostile : List.of(
                "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000),
                "{\"a\":" + "[".repeat(8_000) + "]".repeat(8_000) + "}",
                "{\"exp\":1e999999999}",
                "{\"exp\":" + "9".repeat(5_000) + "}",
                "{\"alg\":\"RS256\",\"alg\":\"none\"}")) {
            read(encoded(hostile) + ".e30.c2ln");
            read(encoded("{\"alg\":\"RS256\",\"kid\":\"k\"}") + "." + encoded(hostile) + ".c2ln");
        }
    }

    private static void read(String token) {
        TokenReading reading = SignedToken.read(token);
        if (reading instanceof TokenReading.Unreadable unreadable) {
            assertThat(unreadable.fault().actual()).hasSizeLessThan(140).doesNotContain("eyJ");
        } else {
            SignedToken read = ((TokenReading.Readable) reading).token();
            read.claims().instant("exp");
            assertThat(read.claims().shown("aud")).isNotNull();
        }
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
