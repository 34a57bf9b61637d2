package dev.gatehouse.onward;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bodies are those of docs/onward.md: captured by others and published with ids removed, or of Microsoft's pages. */
class EntraAnswerTest {
    static final String CLAIMS =
            "{\"access_token\":{\"capolids\":{\"essential\":true,\"values\":[\"f4a3b1c0-0000-4000-8000-000000000001\"]}}}";

    static final String MFA = body("invalid_grant", "50076", "basic_action")
            .replace("}", ",\"claims\":\"" + CLAIMS.replace("\"", "\\\"") + "\"}");

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(nullValues = "-", textBlock = """
            invalid_grant,        65001,   consent_required, 403, CONSENT_REQUIRED
            invalid_grant,        65001,   -,                403, CONSENT_REQUIRED
            consent_required,     -,       -,                403, CONSENT_REQUIRED
            invalid_grant,        50079,   basic_action,     401, INTERACTION_REQUIRED
            interaction_required, 50079,   -,                401, INTERACTION_REQUIRED
            interaction_required, 53000,   -,                401, INTERACTION_REQUIRED
            invalid_grant,        7654321, a_new_one,        401, INTERACTION_REQUIRED
            invalid_grant,        500131,  -,                503, AUDIENCE_MISMATCH
            invalid_grant,        50013,   -,                401, TOKEN_REJECTED
            invalid_grant,        500133,  -,                401, TOKEN_REJECTED
            invalid_grant,        50173,   bad_token,        401, TOKEN_REJECTED
            invalid_grant,        -,       token_expired,    401, TOKEN_REJECTED
            invalid_client,       7000215, -,                503, MISCONFIGURED
            invalid_client,       7000222, -,                503, MISCONFIGURED
            invalid_client,       700027,  -,                503, MISCONFIGURED
            invalid_client,       700213,  -,                503, MISCONFIGURED
            invalid_request,      700211,  -,                503, MISCONFIGURED
            unauthorized_client,  700016,  -,                503, MISCONFIGURED
            invalid_scope,        70011,   -,                503, MISCONFIGURED
            invalid_resource,     500011,  -,                503, MISCONFIGURED
            temporarily_unavailable, 90033, -,               503, UNAVAILABLE
            """)
    void isAReason(String error, String code, String suberror, int status, OnwardReason reason) {
        OnwardRefusal refusal = new EntraAnswer(400, "", body(error, code, suberror)).refusal("api/.default");

        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(reason.status()).isEqualTo(status);
        assertThat(refusal.detail())
                .startsWith("Entra answered 400 " + error)
                .contains("correlation id fb3d2015-bc17-4bb9-bb85-30c5cf1aaaa7", code == null ? "" : "AADSTS" + code)
                .doesNotContain("words for people");
    }

    /** https://learn.microsoft.com/entra/identity-platform/claims-challenge#claims-challenge-header-format */
    @Test
    void passesClaimsOnToTheClient() {
        OnwardRefusal refusal = new EntraAnswer(400, "", MFA).refusal("api/.default");

        assertThat(refusal.members())
                .containsEntry("error", "interaction_required")
                .containsEntry("claims", CLAIMS);
        assertThat(refusal.headers().get("WWW-Authenticate"))
                .startsWith("Bearer error=\"insufficient_claims\", ")
                .endsWith(", claims=\"" + Base64.getEncoder().encodeToString(CLAIMS.getBytes(StandardCharsets.UTF_8))
                        + "\"");
    }

    @Test
    void sendsNoChallengeThatNoHeaderCanCarry() {
        String body = MFA.replace("f4a3b1c0", "f".repeat(5_000));

        OnwardRefusal refusal = new EntraAnswer(400, "", body).refusal("api/.default");

        assertThat(refusal.reason()).isEqualTo(OnwardReason.INTERACTION_REQUIRED);
        assertThat(refusal.members()).doesNotContainKey("claims");
    }

    @Test
    void namesTheScopeWhoseConsentCoversTheCall() {
        OnwardRefusal refusal =
                new EntraAnswer(400, "", body("invalid_grant", "65001", "consent_required")).refusal("api/.default");

        assertThat(refusal.headers().get("WWW-Authenticate"))
                .startsWith("Bearer error=\"insufficient_scope\", ")
                .endsWith(", scope=\"api/.default\"");
        assertThat(refusal.members())
                .containsEntry("error", "interaction_required")
                .containsEntry("suberror", "consent_required");
    }

    private static String body(String error, String code, String suberror) {
        return "{\"error\":\"" + error + "\",\"error_description\":\"words for people\",\"error_codes\":["
                + (code == null ? "" : code) + "],\"timestamp\":\"2026-12-01 02:02:12Z\","
                + "\"trace_id\":\"255d1aef-8c98-452f-ac51-23d051240864\","
                + "\"correlation_id\":\"fb3d2015-bc17-4bb9-bb85-30c5cf1aaaa7\""
                + (suberror == null ? "" : ",\"suberror\":\"" + suberror + "\"") + "}";
    }
}
