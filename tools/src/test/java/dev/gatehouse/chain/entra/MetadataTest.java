package dev.gatehouse.chain.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {
    private static final String LOGIN = "https://login.microsoftonline.com/";

    private final RunningContoso contoso = new RunningContoso();

    @AfterEach
    void stop() {
        contoso.close();
    }

    @ParameterizedTest
    @CsvSource({
        "T,             v2.0/, https://login.microsoftonline.com/T/v2.0,          discovery/v2.0/keys",
        "T,             '',    https://sts.windows.net/T/,                        discovery/keys",
        "organizations, v2.0/, https://login.microsoftonline.com/{tenantid}/v2.0, discovery/v2.0/keys",
        "common,        v2.0/, https://login.microsoftonline.com/{tenantid}/v2.0, discovery/v2.0/keys",
        "common,        '',    https://sts.windows.net/{tenantid}/,               discovery/keys",
    })
    void namesIssuerAndKeys(String tenant, String version, String issuer, String keys) {
        String segment = tenant.replace("T", Contoso.TENANT);
        JsonNode document = contoso.get("/" + segment + "/" + version + ".well-known/openid-configuration")
                .json();
        assertThat(document.path("issuer").asText()).isEqualTo(issuer.replace("/T/", "/" + Contoso.TENANT + "/"));
        assertThat(document.path("jwks_uri").asText()).isEqualTo(LOGIN + segment + "/" + keys);
        assertThat(document.path("token_endpoint").asText()).startsWith(LOGIN + segment + "/oauth2/");
    }

    @Test
    void saysInVersion2WhoseTokensAKeyIsGoodFor() {
        JsonNode own = key("/" + Contoso.TENANT + "/discovery/v2.0/keys");
        assertThat(own.path("issuer").asText()).isEqualTo(LOGIN + Contoso.TENANT + "/v2.0");
        assertThat(own.path("kid").asText()).hasSize(27);
        assertThat(own.has("alg")).isFalse();
        assertThat(key("/organizations/discovery/v2.0/keys").path("issuer").asText())
                .isEqualTo(LOGIN + "{tenantid}/v2.0");
        assertThat(key("/" + Contoso.TENANT + "/discovery/keys").has("issuer")).isFalse();
    }

    @Test
    void publishesKeysThatVerifyItsTokens() throws Exception {
        JWKSet keys = JWKSet.parse(contoso.get("/" + Contoso.TENANT + "/discovery/v2.0/keys")
                .json()
                .toString());
        SignedJWT token = SignedJWT.parse(
                contoso.entra.forge().app(Contoso.BATCH, "api://accounts").compact());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    }

    @Test
    void keepsThePreviousKeyPublishedUntilItIsRetired() {
        SigningKeys keys = contoso.entra.keys();
        String first = keys.activeKid();
        String second = keys.rotate();
        assertThat(published()).containsExactly(first, second);
        assertThat(keys.activeKid()).isEqualTo(second);
        assertThatThrownBy(() -> keys.retire(second)).hasMessageContaining("rotate first");
        keys.retire(first);
        assertThat(published()).containsExactly(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2.0/.well-known/openid-configuration", "/discovery/v2.0/keys"})
    void doesNotKnowOtherTenants(String path) {
        var answer = contoso.get("/99999999-0000-4000-8000-000000000009" + path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(90002);
    }

    private JsonNode key(String path) {
        return contoso.get(path).json().path("keys").path(0);
    }

    private java.util.List<String> published() {
        return contoso.get("/" + Contoso.TENANT + "/discovery/v2.0/keys")
                .json()
                .path("keys")
                .findValuesAsText("kid");
    }
}
