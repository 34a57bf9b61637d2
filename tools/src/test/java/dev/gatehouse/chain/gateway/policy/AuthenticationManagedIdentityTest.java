package dev.gatehouse.chain.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.http.Request;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationManagedIdentityTest {
    private static final Request CALL = Request.get("/x").with("authorization", "Bearer the-clients");
    private final Documents documents = new Documents();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "resource='x'; Bearer token-of-system-for-x",
                "resource='x' client-id='c'; Bearer token-of-c-for-x",
                "resource='@(context.Request.Method)'; Bearer token-of-system-for-GET",
            })
    void replacesTheClientsToken(String attributes, String sent) {
        inbound("<authentication-managed-identity " + attributes + "/>");

        assertThat(documents.received.get(0).headers().all("Authorization")).containsExactly(sent);
    }

    @Test
    void withAVariableKeepsTheTokenThereAndNowhereElse() {
        inbound("<authentication-managed-identity resource='x' output-token-variable-name='t'/>"
                + "<set-header name='X'><value>@((string)context.Variables[\"t\"])</value></set-header>");

        assertThat(documents.received.get(0).headers().all("Authorization")).containsExactly("Bearer the-clients");
        assertThat(documents.received.get(0).headers().all("X")).containsExactly("token-of-system-for-x");
    }

    @Test
    void endsTheCallWhenThereIsNoToken() {
        documents.identities = (resource, clientId) -> {
            throw new IOException("answered 400");
        };

        Documents.Result result = inbound("<authentication-managed-identity resource='api://x' client-id='c'/>");

        assertThat(result.response().status()).isEqualTo(500);
        assertThat(result.response().bodyText())
                .isEqualTo("{\"statusCode\":500,\"message\":\"Internal server error\"}");
        assertThat(result.reason()).contains("ManagedIdentityTokenNotObtained");
        assertThat(result.detail()).isEqualTo("expected a token of identity c for api://x; actual answered 400");
        assertThat(documents.received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "eyJsecret.x\r\nX-Forged: yes", "eyJsecret.é"})
    void whatIsNoTokenIsNeitherSentNorShown(String token) {
        documents.identities = (resource, clientId) -> token;

        Documents.Result result = inbound("<authentication-managed-identity resource='x'/>");

        assertThat(result.response().status()).isEqualTo(500);
        assertThat(result.detail()).doesNotContain("secret");
        assertThat(documents.received).isEmpty();
    }

    @Test
    void aDeploymentWithoutIdentitiesSaysSo() {
        documents.identities = ManagedIdentities.NONE;

        assertThat(inbound("<authentication-managed-identity resource='x'/>").detail())
                .endsWith("actual this deployment has no managed identity");
    }

    private Documents.Result inbound(String statements) {
        return documents.run(documents.inbound(statements + "<set-backend-service backend-id='app'/>"), CALL);
    }
}
