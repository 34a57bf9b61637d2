package dev.gatehouse.middleware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.microsoft.azure.functions.HttpRequestMessage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host that does not join duplicate headers returns each of them. */
class DelegatedCallerHeadersTest {
    private static final String ID = "11111111-2222-3333-4444-555555555555";

    private final Map<String, String> headers = new LinkedHashMap<>(Map.of(
            "x-gatehouse-caller-app",
            ID,
            "x-gatehouse-caller-oid",
            ID,
            "x-gatehouse-caller-roles",
            "Accounts.Read",
            "x-gatehouse-caller-scopes",
            "accounts.read"));

    @Test
    void readsEachOnce() {
        assertThat(DelegatedCaller.in(request())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"App", "Oid", "Roles", "Scopes"})
    void refusesEachThatCameTwice(String name) {
        headers.put("X-Gatehouse-Caller-" + name, headers.get("x-gatehouse-caller-" + name.toLowerCase(Locale.ROOT)));

        assertThat(DelegatedCaller.in(request())).isEmpty();
    }

    private HttpRequestMessage<?> request() {
        HttpRequestMessage<?> request = mock(HttpRequestMessage.class);
        when(request.getHeaders()).thenReturn(headers);
        return request;
    }
}
