package dev.gatehouse.chain.entra.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.entra.directory.Redirects.Platform;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectsTest {

    @ParameterizedTest
    @CsvSource({
        "https://app.example,        https://app.example,         true",
        "https://app.example,        https://app.example/,        true",
        "https://app.example/,       https://app.example,         true",
        "https://app.example,        HTTPS://APP.example,         true",
        "https://app.example,        http://app.example,          false",
        "https://app.example,        https://app.example:443,     false",
        "https://app.example,        https://app.example:8443,    false",
        "https://app.example,        https://app.example/x,       false",
        "https://app.example,        https://app.example.evil,    false",
        "https://app.example,        https://app.example@evil,    false",
        "https://app.example,        https://evil@app.example,    false",
        "https://app.example,        https://app.example/#x,      false",
        "https://app.example,        https://app.example?x=1,     false",
        "https://app.example/x,      https://app.example/x,       true",
        "https://app.example/x,      https://app.example/X,       false",
        "https://app.example/x,      https://app.example/x/,      false",
        "https://app.example/x,      https://app.example/y/../x,  false",
        "https://app.example/x?a=1,  https://app.example/x?a=1,   true",
        "https://app.example/x?a=1,  https://app.example/x?a=2,   false",
        "http://localhost,           http://localhost:5173,       true",
        "http://localhost:3000/,     http://localhost:5173,       true",
        "http://localhost/x,         http://localhost:5173/x,     true",
        "http://localhost/x,         http://localhost:5173/y,     false",
        "http://localhost,           https://localhost:5173,      false",
        "http://localhost,           http://127.0.0.1:5173,       false",
        "http://127.0.0.1,           http://127.0.0.1:5173,       true",
        "http://localhost,           http://localhost.evil:80,    false",
        "http://localhost,           http://localhost@evil,       false",
        "http://localhost,           http://localhost:5173#x,     false",
        "http://localhost,           http:/localhost,             false",
        "msal.my.app://auth,         msal.my.app://auth,          true",
        "msal.my.app://auth,         msal.my.app://auth/,         false",
        "https://app.example,        'not an address',            false",
    })
    void comparesAddresses(String registered, String requested, boolean isSame) {
        assertThat(Redirects.ofSpa(registered).platform(requested).isPresent()).isEqualTo(isSame);
    }

    @Test
    void prefersTheExactPort() {
        Redirects redirects = new Redirects(
                List.of("http://localhost:3000"), List.of("http://localhost:8080"), List.of("http://localhost"));

        assertThat(redirects.platform("http://localhost:8080")).hasValue(Platform.WEB);
        assertThat(redirects.platform("http://localhost")).hasValue(Platform.PUBLIC_CLIENT);
        assertThat(redirects.platform("http://localhost:9")).hasValue(Platform.SPA);
    }
}
