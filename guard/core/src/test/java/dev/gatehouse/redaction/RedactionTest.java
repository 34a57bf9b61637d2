package dev.gatehouse.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    })
    void hidesTokensAndKeysAndLeavesTheRest(String text, String shown) {
        assertThat(Redaction.of(text)).isEqualTo(shown);
    }

    @Test
    void staysOnOneLineOfPrintableCharacters() {
        assertThat(Redaction.of("a\r\nb\u001b[31m\u2028c")).isEqualTo("a??b?[31m?c");
    }

    @Test
    void isShort() {
        assertThat(Redaction.of("long words ".repeat(10_000))).hasSizeLessThan(130);
    }
}
