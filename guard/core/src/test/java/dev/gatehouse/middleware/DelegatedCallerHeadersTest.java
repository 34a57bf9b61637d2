package dev.gatehouse.middleware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.microsoft.azure.functions.HttpRequestMessage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // application | principal | roles | scopes | read
                "ID | ID | a     | b   | true",
                "ID | ID | ''    | ''  | true",
                "ID | ID | -     | -   | true",
                "ID | ID | a b   | c d | true",
                "ID | ID | a a   | ''  | false",
                "ID | ID | ''    | b b | false",
                "ID | ID | 'a  b' | '' | false",
                "ID | ID | ' a'  | ''  | false",
                "ID | ID | a,b   | ''  | false",
                "ID | ID | ''    | b,c | false",
                "-  | ID | a     | b   | false",
                "ID | -  | a     | b   | false",
                "'' | ID | a     | b   | false",
                "ID | x  | a     | b   | false",
                "ID, ID | ID | a | b   | false",
            })
    void readsOneApplicationAndOnePrincipal(String app, String oid, String roles, String scopes, boolean isRead) {
        set("app", app);
        set("oid", oid);
        set("roles", roles);
        set("scopes", scopes);

        Optional<DelegatedCaller> read = DelegatedCaller.in(request());

        assertThat(read.isPresent()).isEqualTo(isRead);
        read.ifPresent(caller -> {
            assertThat(String.join(" ", caller.roles())).isEqualTo(roles == null ? "" : roles);
            assertThat(String.join(" ", caller.scopes())).isEqualTo(scopes == null ? "" : scopes);
            assertThat(caller.isUser()).isEqualTo(scopes != null && !scopes.isEmpty());
        });
    }

    private void set(String name, String value) {
        if (value == null) {
            headers.remove("x-gatehouse-caller-" + name);
        } else {
            headers.put("x-gatehouse-caller-" + name, value.replace("ID", ID));
        }
    }

    private HttpRequestMessage<?> request() {
        HttpRequestMessage<?> request = mock(HttpRequestMessage.class);
        when(request.getHeaders()).thenReturn(headers);
        return request;
    }
}
