package dev.gatehouse.onward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpResponseMessage;
import dev.gatehouse.middleware.GuardedContext;
import dev.gatehouse.middleware.PresentedToken;
import dev.gatehouse.test.TestCaller;
import dev.gatehouse.test.TestCallers;
import dev.gatehouse.test.TestContext;
import dev.gatehouse.test.TestRequest;
import dev.gatehouse.test.TestResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EntraOnwardTest {
    private static final Set<String> SCOPES = Set.of("https://graph.microsoft.com/User.Read");
    private static final OnwardToken TOKEN = new OnwardToken("downstream", Instant.EPOCH);

    private final TestContext worker = new TestContext("readProfile");
    private final AtomicReference<OnwardRequest> asked = new AtomicReference<>();
    private final Onward onward = new EntraOnward(() -> SCOPES, Optional.of(request -> {
        asked.set(request);
        return TOKEN;
    }));

    @Test
    void asksForAUserWithTheUsersToken() {
        assertThat(onward.onBehalfOf(context(TestCaller.user("profile.read")), SCOPES))
                .isSameAs(TOKEN);
        assertThat(asked.get().token().value()).isEqualTo("the user's");
        assertThat(asked.get().scopes()).isEqualTo(SCOPES);
        assertThat(worker.log()).isEmpty();
    }

    @Test
    void anAppHasNoUser() {
        assertRefused(onward, context(TestCaller.app("Accounts.Read")), SCOPES, OnwardReason.USER_MISSING);
    }

    @Test
    void aGatewayKeepsTheUsersToken() {
        ExecutionContext throughGateway =
                TestCaller.user("profile.read").throughGateway().context(worker);

        assertRefused(onward, throughGateway, SCOPES, OnwardReason.TOKEN_NOT_FORWARDED);
    }

    /** What the contract does not list, no administrator granted. */
    @Test
    void asksForTheContractsScopesOnly() {
        ExecutionContext user = context(TestCaller.user("profile.read"));

        assertRefused(onward, user, Set.of("https://graph.microsoft.com/Mail.Read"), OnwardReason.MISCONFIGURED);
        assertRefused(onward, user, Set.of(), OnwardReason.MISCONFIGURED);
        assertThat(worker.log().get(0)).contains("does not list [https://graph.microsoft.com/Mail.Read]");
    }

    @Test
    void asksForNothingWithFaultySettings() {
        assertRefused(
                new EntraOnward(() -> SCOPES, Optional.empty()),
                context(TestCaller.user("profile.read")),
                SCOPES,
                OnwardReason.MISCONFIGURED);
    }

    @Test
    void needsACaller() {
        assertThatThrownBy(() -> onward.onBehalfOf(TestCallers.anonymous(), SCOPES))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalIsAnAnswerWithItsReason(OnwardReason reason) {
        HttpResponseMessage answer = OnwardRefusal.of(reason).answer(TestRequest.get("me/profile"), worker);

        assertThat(answer.getStatusCode()).isEqualTo(reason.status());
        assertThat(answer.getHeader("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(TestResponse.errorCode(answer)).isEqualTo(reason.code());
        assertThat(answer.getBody().toString()).contains("\"traceId\":\"0af7651916cd43dd8448eb211c80319c\"");
        assertThat(answer.getHeader("WWW-Authenticate") != null).isEqualTo(reason.status() < 500);
    }

    /** https://learn.microsoft.com/entra/identity-platform/claims-challenge#claims-challenge-header-format, its example */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="eyJhY2Nlc3NfdG9rZW4iOnsiYWNycyI6eyJlc3NlbnRpYWwiOnRydWUsInZhbHVlIjoiY3AxIn19fQ==" | INTERACTION_REQUIRED
            401 | Bearer error="insufficient_claims", claims="!" | TOKEN_REJECTED
            401 | Bearer error="insufficient_claims", claims="eyJhI" | TOKEN_REJECTED
            401 | Bearer error="invalid_token", claims="eyJhIjoxfQ==" | TOKEN_REJECTED
            401 | '' | TOKEN_REJECTED
            403 | '' | FORBIDDEN
            429 | '' | UNAVAILABLE
            503 | '' | UNAVAILABLE
            302 | '' | UNAVAILABLE
            400 | '' | UNAVAILABLE
            """)
    void passesOnWhatTheApiRefuses(int status, String challenge, OnwardReason reason) {
        OnwardRefusal refusal = OnwardRefusal.ofApi(status, challenge, "7");

        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.headers().get("Retry-After")).isEqualTo(reason == OnwardReason.UNAVAILABLE ? "7" : null);
        if (reason == OnwardReason.INTERACTION_REQUIRED) {
            assertThat(refusal.members())
                    .containsEntry("claims", "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"cp1\"}}}");
            assertThat(refusal.headers().get("WWW-Authenticate")).contains("claims=\"eyJhY2Nlc3NfdG9rZW4iOnsi");
        }
    }

    @Test
    void asksToComeAgain() {
        assertThat(OnwardRefusal.unavailable(Duration.ofMillis(1_001))
                        .answer(TestRequest.get("me/profile"), worker)
                        .getHeader("Retry-After"))
                .isEqualTo("2");
    }

    private void assertRefused(Onward by, ExecutionContext context, Set<String> scopes, OnwardReason reason) {
        asked.set(null);
        assertThat(((OnwardRefusal) by.onBehalfOf(context, scopes)).reason()).isEqualTo(reason);
        assertThat(asked).hasValue(null);
        assertThat(worker.log().get(worker.log().size() - 1))
                .startsWith("WARNING {\"event\":\"onward\",\"operation\":\"readProfile\",\"reason\":\"" + reason.code())
                .doesNotContain("the user's");
    }

    private ExecutionContext context(TestCaller caller) {
        return new GuardedContext(worker, Optional.of(caller.caller()), Optional.of(new PresentedToken("the user's")));
    }
}
