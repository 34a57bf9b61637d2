package dev.gatehouse.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource({
        "api://gatehouse-accounts, api://gatehouse-accounts",
        "11111111-2222-3333-4444-555555555555, 11111111-2222-3333-4444-555555555555",
        "https://sts.windows.net/11111111-2222-3333-4444-555555555555/, https://sts.windows.net/11111111-2222-3333-4444-555555555555/",
        "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0, https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0",
        "eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0.c2lnbmF0dXJl, [token]",
        "see eyJhbGciOiJSUzI1NiJ9 here, see [token] here",
        "0123456789abcdef0123456789abcdef, [redacted]",
        "id 0123456789abcdef0123456789abcdef, id [redacted]",
        "0123456789abcdef0123456789abcde, 0123456789abcdef0123456789abcde",
        "abc8Q~xyZ.0123456789abcdefABCDEF_ghij.k, [redacted]",
        "AbCdEfGhIjKlMnOp%2BrStUvWxYz0123456789AbCd%3D%3D, [redacted]",
        "key=AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGh, [redacted]",
        "key_0123456789abcdef0123456789abcdef_1, key_[redacted]_1",
        "_0123456789ABCDEF0123456789ABCDEF, _[redacted]",
        "key_0123456789abcdef0123456789abcde, key_0123456789abcdef0123456789abcde",
        "AccountKey=c2hvcnQ=, AccountKey=[redacted]",
        "accountkey=x;EndpointSuffix=core, accountkey=[redacted];EndpointSuffix=core",
        "Endpoint=sb://x/;SharedAccessKey=short, Endpoint=sb://x/;SharedAccessKey=[redacted]",
        "https://x/y?sv=1&sig=short&se=2, https://x/y?sv=1&sig=[redacted]&se=2",
        "https://ada:secret@login.example/x, https://[redacted]@login.example/x",
        "https://token@login.example, https://[redacted]@login.example",
        "ada@login.example, ada@login.example",
        "11111111-2222-3333-4444-555555555555/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCd, 11111111-2222-3333-4444-555555555555[redacted]",
    })
    void hidesTokensAndKeysAndLeavesTheRest(String text, String shown) {
        assertThat(Redaction.of(text)).isEqualTo(shown);
    }

    @Test
    void staysOnOneLineOfPrintableCharacters() {
        assertThat(Redaction.of("a\r\nb\u001b[31m\u2028c")).isEqualTo("a??b?[31m?c");
    }

    @Test
    void hidesAKeyFromItsFortiethCharacter() {
        assertThat(Redaction.of("x".repeat(39))).isEqualTo("x".repeat(39));
        assertThat(Redaction.of("x".repeat(40))).isEqualTo("[redacted]");
    }

    /** On a stack of one hundredth of the usual size; with more than linear time the test would not end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "0",
                "A%2B",
                "eyJ",
                "eyJabcdef.",
                "abc8Q~",
                "://",
                "://a",
                "AccountKey=",
                "sig",
                "-",
                "~",
                "_",
                "11111111-",
                "11111111-2222-3333-4444-555555555555",
                "0123456789abcdef0123456789abcdefg",
                "\u00e9"
            })
    @Timeout(20)
    void takesTimeInProportionToTheTextAndNoStack(String piece) throws InterruptedException {
        String text = piece.repeat(200_000 / piece.length());
        AtomicReference<String> hidden = new AtomicReference<>("");
        Thread thread = new Thread(null, () -> hidden.set(Redaction.hidden(text)), "small", 64 * 1024);
        thread.start();
        thread.join();

        assertThat(hidden.get()).isNotEmpty();
    }

    @Test
    void isShort() {
        assertThat(Redaction.of("long words ".repeat(10_000))).hasSizeLessThan(130);
    }
}
