package dev.gatehouse.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    @ParameterizedTest
    @EnumSource
    void hidesWhatTheGuardHides(Redactor policy) {
        assertThat(policy.text("see eyJhbGciOiJSUzI1NiJ9 and 0123456789abcdef0123456789abcdef and AccountKey=x"))
                .isEqualTo("see [token] and [redacted] and AccountKey=[redacted]");
    }

    /** The trace and pasted text have one rule. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "monkey=S3CR3T",
                "authcode=S3CR3T",
                "Apim-Debug-Authorization: S3CR3T",
                "Basic S3CR3TS3CR3T",
                "https://user:S3CR3T@host/path",
                "<password>S3CR3T</password>",
                "Ocp-Apim-Subscription-Key is S3CR3T"
            })
    void hidesTheSameInATraceAndInPastedText(String text) {
        assertThat(Redactor.TRACE.text(text) + Redactor.PASTED.text(text))
                .contains("[redacted]")
                .doesNotContain("S3CR3T");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Functions-Key", "apiKeyOld", "passphrase", "AzureWebJobsStorage", "design", "nonce", "code"})
    void takesTheseNamesForThoseOfSecrets(String name) {
        assertThat(Redactor.LOG.value(name, "x")).isEqualTo("[redacted]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate-jwt", "statusCode", "token_type", "roles"})
    void leavesTheValuesOfOtherNames(String name) {
        assertThat(Redactor.LOG.value(name, "x")).isEqualTo("x");
    }

    @Test
    void leavesAStatusAlone() {
        assertThat(Redactor.PASTED.text("statusCode=401")).isEqualTo("statusCode=401");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"code\":\"ResourceNotFound\" | \"code\":\"ResourceNotFound\"",
                "\"code\": \"AuthorizationFailed\" | \"code\": \"AuthorizationFailed\"",
                "\"code\":\"S3CR3T\" | \"code\":[redacted]",
                "\"code\":\"0.AXkA-abc\" | \"code\":[redacted]",
                "\"key\":\"Abcdef\" | \"key\":[redacted]",
                "code=Abcdef | code=[redacted]"
            })
    void leavesTheNameOfAnErrorAlone(String text, String shown) {
        assertThat(Redactor.PASTED.text(text)).isEqualTo(shown);
    }

    @Test
    void hidesKnownValuesInEveryTextOfAMap() {
        assertThat(KnownSecrets.of(java.util.List.of("hunter2"))
                        .hidden(Map.of("a hunter2", java.util.List.of("hunter2", 1))))
                .isEqualTo(Map.of("a [redacted]", java.util.List.of("[redacted]", 1)));
    }

    /** On a stack that is a fraction of the usual one; what takes more than time in proportion would not end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.",
                "eyJaaaaaa\nabc\n",
                "\n",
                "\t",
                "password={",
                "password='",
                "password=\"x ",
                "name=\"x\" ",
                "<key ",
                "://a:",
                "Cookie: ",
                "-----BEGIN ",
                "x-key is ",
                "Bearer ",
                "Authorization",
                "token=",
                "\\\\"
            })
    @Timeout(20)
    void takesTimeInProportionToTheTextAndNoStack(String piece) throws InterruptedException {
        String text = "eyJaaaaaa" + piece.repeat(150_000 / piece.length());
        AtomicReference<String> hidden = new AtomicReference<>("");
        Thread thread = new Thread(null, () -> hidden.set(Redactor.PASTED.text(text)), "small", 256 * 1024);
        thread.start();
        thread.join();

        assertThat(hidden.get()).isNotEmpty();
    }
}
