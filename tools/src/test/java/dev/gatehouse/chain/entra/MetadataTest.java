package dev.gatehouse.chain.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
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

    /** The fields of recorded answers of login.microsoftonline.com: azure-sdk-for-js, recordings of azure-identity and others, 2021 to 2023. */
    @ParameterizedTest
    @CsvSource({
        "request_uri_parameter_supported, false",
        "userinfo_endpoint,               https://graph.microsoft.com/oidc/userinfo",
        "http_logout_supported,           true",
        "frontchannel_logout_supported,   true",
        "tenant_region_scope,             WW",
        "cloud_instance_name,             microsoftonline.com",
        "cloud_graph_host_name,           graph.windows.net",
        "msgraph_host,                    graph.microsoft.com",
        "rbac_url,                        https://pas.windows.net",
    })
    void hasTheFieldsOfTheRealDocument(String field, String value) {
        JsonNode document = contoso.get("/" + Contoso.TENANT + "/v2.0/.well-known/openid-configuration")
                .json();
        assertThat(document.path(field).asText()).isEqualTo(value);
        assertThat(document.path("claims_supported")).hasSize(19);
    }

    @Test
    void namesNoRegionForAnyTenant() {
        JsonNode document =
                contoso.get("/common/v2.0/.well-known/openid-configuration").json();
        assertThat(document.path("tenant_region_scope").isNull()).isTrue();
    }

    @Test
    void saysInVersion2WhoseTokensAKeyIsGoodFor() {
        JsonNode own = key("/" + Contoso.TENANT + "/discovery/v2.0/keys");
        assertThat(own.path("issuer").asText()).isEqualTo(LOGIN + Contoso.TENANT + "/v2.0");
        assertThat(own.path("kid").asText()).hasSize(27);
        assertThat(own.has("alg")).isFalse();
        assertThat(own.path("cloud_instance_name").asText()).isEqualTo("microsoftonline.com");
        assertThat(key("/organizations/discovery/v2.0/keys").path("issuer").asText())
                .isEqualTo(LOGIN + "{tenantid}/v2.0");
        assertThat(key("/" + Contoso.TENANT + "/discovery/keys").has("issuer")).isFalse();
    }

    @Test
    void publishesEachKeyInACertificateThatNamesIt() throws Exception {
        JsonNode own = key("/" + Contoso.TENANT + "/discovery/v2.0/keys");
        byte[] der = Base64.getDecoder().decode(own.path("x5c").path(0).asText());
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        byte[] thumbprint = MessageDigest.getInstance("SHA-1").digest(der);

        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity();
        assertThat(JWK.parse(own.toString()).toRSAKey().toRSAPublicKey()).isEqualTo(certificate.getPublicKey());
        assertThat(own.path("kid").asText())
                .isEqualTo(own.path("x5t").asText())
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(thumbprint));
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
