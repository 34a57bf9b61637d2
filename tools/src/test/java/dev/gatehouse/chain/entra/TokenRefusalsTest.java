package dev.gatehouse.chain.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One valid request, changed in one place per case, and the expected Entra error code. */
class TokenRefusalsTest {
    private static final String UNKNOWN = "99999999-0000-4000-8000-000000000009";

    static RunningContoso contoso;

    @BeforeAll
    static void start() {
        contoso = new RunningContoso();
    }

    @AfterAll
    static void stop() {
        contoso.close();
    }

    @Test
    void answersTheValidRequest() {
        assertThat(contoso.token(valid()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "client_secret, wrong,                                       7000215, invalid_client,          401",
        "client_secret, outlived,                                    7000222, invalid_client,          401",
        "client_secret, ,                                            7000218, invalid_client,          401",
        "client_id,     99999999-0000-4000-8000-000000000009,        700016,  unauthorized_client,     400",
        "client_id,     33333333-0000-4000-8000-000000000002,        700025,  invalid_client,          401",
        "client_id,     00000000-0000-0000-0000-000000000000,        700038,  unauthorized_client,     400",
        "client_id,     ,                                            900144,  invalid_request,         400",
        "grant_type,    password,                                    70003,   unsupported_grant_type,  400",
        "grant_type,    ,                                            900144,  invalid_request,         400",
        "scope,         ,                                            900144,  invalid_request,         400",
        "scope,         ' ',                                         28003,   invalid_request,         400",
        "scope,         openid,                                      70011,   invalid_scope,           400",
        "scope,         accounts,                                    70011,   invalid_scope,           400",
        "scope,         api://accounts/accounts.read,                1002012, invalid_scope,           400",
        "scope,         api://accounts/.default api://ledger/.default, 700022, invalid_scope,          400",
        "scope,         api://accounts/.default api://accounts/x,    70011,   invalid_scope,           400",
        "scope,         api://nowhere/.default,                      500011,  invalid_resource,        400",
        "scope,         api://ledger/.default,                       501051,  invalid_grant,           400",
        "resource,      api://accounts,                              901002,  invalid_request,         400",
    })
    void refuses(String parameter, String value, int code, String error, int status) {
        Map<String, String> form = valid();
        if (value == null) {
            form.remove(parameter);
        } else {
            form.put(parameter, value);
        }
        var answer = contoso.token(form);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("error").asText()).isEqualTo(error);
        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "99999999-0000-4000-8000-000000000009, 90002",
        "contoso.example,                      90002",
        "common,                               9001023",
        "organizations,                        9001023",
    })
    void refusesAnotherTenant(String tenant, int code) {
        assertThat(contoso.post("/" + tenant + "/oauth2/v2.0/token", valid()).code())
                .isEqualTo(code);
    }

    @Test
    void answersInEntrasFormAndUnderTheClientsOwnId() {
        Map<String, String> form = valid();
        form.put("client_secret", "wrong");
        var json = contoso.token(form, "client-request-id", UNKNOWN).json();
        assertThat(json.path("correlation_id").asText()).isEqualTo(UNKNOWN);
        assertThat(json.path("error_description").asText())
                .matches("AADSTS7000215: .*'" + Contoso.BATCH + "'\\. Trace ID: [0-9a-f-]{36} Correlation ID: "
                        + UNKNOWN + " Timestamp: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ")
                .doesNotContain(Contoso.SECRET);
        assertThat(json.path("error_uri").asText()).isEqualTo("https://login.microsoftonline.com/error?code=7000215");
        assertThat(json.path("trace_id").asText()).isNotEmpty();
        assertThat(json.path("timestamp").asText()).isNotEmpty();
    }

    @Test
    void doesNotRepeatAnIdThatIsNoGuid() {
        Map<String, String> form = valid();
        form.remove("grant_type");
        var json = contoso.token(form, "client-request-id", "<b>").json();
        assertThat(json.path("correlation_id").asText()).doesNotContain("<b>").hasSize(36);
    }

    static Stream<Arguments> basicCredentials() {
        return Stream.of(
                arguments(Contoso.BATCH + ":a+secret+%26+its+%25+signs%2B%3D", 200),
                arguments(Contoso.BATCH + ":wrong", 401),
                arguments("no colon", 400));
    }

    @ParameterizedTest
    @MethodSource("basicCredentials")
    void takesASecretAsBasicCredentials(String pair, int status) {
        Map<String, String> form = valid();
        form.remove("client_id");
        form.remove("client_secret");
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        assertThat(contoso.token(form, "Authorization", "Basic " + basic).status())
                .isEqualTo(status);
    }

    @Test
    void answersTheOldEndpointByResource() {
        Map<String, String> form = valid();
        form.remove("scope");
        String url = "/" + Contoso.TENANT + "/oauth2/token";
        assertThat(contoso.post(url, form).code()).isEqualTo(900144);
        form.put("resource", "api://accounts");
        var answer = contoso.post(url, form);
        assertThat(answer.claims()).containsEntry("ver", "2.0").containsEntry("aud", Contoso.ACCOUNTS);
        assertThat(answer.json().path("expires_in").isTextual()).isTrue();
        assertThat(answer.json().path("resource").asText()).isEqualTo("api://accounts");
    }

    private static Map<String, String> valid() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", Contoso.BATCH);
        form.put("client_secret", Contoso.SECRET);
        form.put("scope", "api://accounts/.default");
        return form;
    }
}
