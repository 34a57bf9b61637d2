package dev.gatehouse.doctor.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The token behind a refusal is judged too, as far as it alone shows a fault. */
class SentTokenTest {
    private static final String FOR_GRAPH =
            jwt("{\"aud\":\"00000003-0000-0000-c000-000000000000\",\"appid\":\"a\",\"scp\":\"User.Read\"}");
    private static final String FOR_THE_API =
            jwt("{\"aud\":\"api://orders\",\"azp\":\"a\",\"oid\":\"o\",\"sub\":\"o\",\"ver\":\"2.0\"}");

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void saysThatTheTokenIsForAnotherApi(int status) {
        CallReport.Answer answer = CallReport.Answer.of(with(FOR_GRAPH), Response.empty(status));

        assertThat(answer.token().orElseThrow().means()).contains("Microsoft Graph");
        assertThat(answer.token().orElseThrow().fix()).contains("/.default").doesNotContain("eyJ");
    }

    @Test
    void hasNoFaultWhereTheTokenAloneShowsNone() {
        assertThat(CallReport.Answer.of(with(FOR_THE_API), Response.empty(401)).token())
                .isEmpty();
        assertThat(CallReport.Answer.of(with(FOR_GRAPH), Response.empty(200)).token())
                .isEmpty();
    }

    private static Request with(String token) {
        return Request.get("/api/orders").with("Authorization", "Bearer " + token);
    }

    private static String jwt(String claims) {
        return part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + part(claims) + "." + part("signature");
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
