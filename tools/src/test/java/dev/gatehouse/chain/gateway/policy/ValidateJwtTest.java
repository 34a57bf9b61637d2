package dev.gatehouse.chain.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import dev.gatehouse.chain.gateway.TestTenant;
import dev.gatehouse.chain.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateJwtTest {
    private static final String LOGIN = "https://login.microsoftonline.com/{{tenant}}";
    private static final String V2 = config("/v2.0");
    private static final String V1 = config("");
    private static final String AUDIENCE = "<audiences><audience>" + TestTenant.AUDIENCE + "</audience></audiences>";
    private static final byte[] SECRET = "a secret of more than 256 bits, or so".getBytes(StandardCharsets.US_ASCII);
    private static final String RSA = "<issuer-signing-keys><key id='the-key' n='" + TestTenant.KEY.getModulus()
            + "' e='" + TestTenant.KEY.getPublicExponent() + "'/></issuer-signing-keys>";

    private final Documents documents = new Documents();

    private static String config(String version) {
        return "<openid-config url='" + LOGIN + version + "/.well-known/openid-configuration'/>";
    }

    private static String secretKey(String id) {
        return "<issuer-signing-keys><key " + id + ">" + Base64.getEncoder().encodeToString(SECRET)
                + "</key></issuer-signing-keys>";
    }

    private static String shared(String keyId, byte[] secret) {
        return shared(keyId, secret, new Payload(TestTenant.claims()));
    }

    private static String shared(String keyId, byte[] secret, Payload claims) {
        try {
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(keyId).build();
            JWSObject token = new JWSObject(header, claims);
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', Bearer, 200",
        "'', bare, 200",
        "'', Basic, 401",
        "require-scheme='Bearer', Bearer, 200",
        "require-scheme='Bearer', bearer, 200",
        "require-scheme='Bearer', bare, 401",
        "require-scheme='Bearer', none, 401",
        "require-scheme='JWT', JWT, 200",
        "require-scheme='JWT', Bearer, 401"
    })
    void wantsASchemeOnlyWhereThePolicyNamesOne(String attribute, String scheme, int status) {
        String token = TestTenant.token();
        String value = scheme.equals("bare") ? token : scheme + " " + token;
        Request call =
                scheme.equals("none") ? Request.get("/x") : Request.get("/x").with("Authorization", value);

        assertThat(run(attribute, V2 + AUDIENCE, call).response().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "exp, -60, 60, TokenExpired",
        "exp, -59, 60, none",
        "exp, 0, 0, TokenExpired",
        "exp, 1, 0, none",
        "nbf, 60, 60, none",
        "nbf, 61, 60, JwtInvalid",
        "nbf, 1, 0, JwtInvalid"
    })
    void allowsForClocksThatDifferBySoMuch(String claim, long offset, int skew, String reason) {
        String token = TestTenant.token(
                c -> c.put(claim, TestTenant.NOW.plusSeconds(offset).getEpochSecond()));

        assertThat(reason("clock-skew='" + skew + "'", V2 + AUDIENCE, token)).isEqualTo(reason);
    }

    @Test
    void takesTheIssuersOfAllItsMetadataAndOfItsList() {
        String v1 = TestTenant.token(c -> c.put("iss", TestTenant.V1_ISSUER));
        String listed = TestTenant.token(c -> c.put("iss", "listed"));
        String issuers = "<issuers><issuer>listed</issuer></issuers>";

        assertThat(reason("", V2 + AUDIENCE, v1)).isEqualTo("TokenIssuerNotAllowed");
        assertThat(reason("", V2 + V1 + AUDIENCE, v1)).isEqualTo("none");
        assertThat(reason("", V2 + V1 + AUDIENCE, listed)).isEqualTo("TokenIssuerNotAllowed");
        assertThat(reason("", V2 + AUDIENCE + issuers, listed)).isEqualTo("none");
        assertThat(reason("", V2 + AUDIENCE + issuers, TestTenant.token())).isEqualTo("none");
    }

    @Test
    void tellsAWrongSignatureFromAnUnknownKey() {
        assertThat(reason("", V2 + V1 + AUDIENCE, TestTenant.sign(TestTenant.claims(), TestTenant.FOREIGN_KEY)))
                .isEqualTo("TokenSignatureInvalid");
        assertThat(reason("", V2 + V1 + AUDIENCE, TestTenant.sign(TestTenant.claims(), TestTenant.UNKNOWN_KEY)))
                .isEqualTo("TokenSignatureKeyNotFound");
        assertThat(reason("", RSA + AUDIENCE, TestTenant.sign(TestTenant.claims(), TestTenant.FOREIGN_KEY)))
                .isEqualTo("TokenSignatureInvalid");
        assertThat(reason("", RSA + AUDIENCE, TestTenant.sign(TestTenant.claims(), TestTenant.UNKNOWN_KEY)))
                .isEqualTo("TokenSignatureKeyNotFound");
    }

    @ParameterizedTest
    @CsvSource({"'', none", TestTenant.V2_ISSUER + ", none", "other, TokenIssuerNotAllowed"})
    void takesTokensOfAKeyInThePolicy(String issuer, String reason) {
        String issuers = issuer.isEmpty() ? "" : "<issuers><issuer>" + issuer + "</issuer></issuers>";

        assertThat(reason("", RSA + AUDIENCE + issuers, TestTenant.token())).isEqualTo(reason);
        assertThat(reason("", secretKey("") + AUDIENCE + issuers, shared("any", SECRET)))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"'', k, none", "id='k', k, none", "id='k', other, TokenSignatureKeyNotFound"})
    void aKeyWithAnIdIsForItsTokensAlone(String id, String keyId, String reason) {
        assertThat(reason("", secretKey(id) + AUDIENCE, shared(keyId, SECRET))).isEqualTo(reason);
    }

    @Test
    void aTokenOfASecretHasOneSpelling() {
        String good = shared("k", SECRET);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(good.charAt(good.length() - 1));
        String respelled = good.substring(0, good.length() - 1) + alphabet.charAt(last + 1);

        assertThat(reason("", secretKey("") + AUDIENCE, good)).isEqualTo("none");
        assertThat(reason("", secretKey("") + AUDIENCE, respelled)).isEqualTo("JwtInvalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00ff", "\\ud800"})
    void aTokenOfASecretIsUnicode(String name) {
        String claims =
                new Payload(TestTenant.claims()).toString().replaceFirst("}$", "") + ",\"name\":\"" + name + "\"}";
        byte[] invalid = claims.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(reason("", secretKey("") + AUDIENCE, shared("k", SECRET, new Payload(invalid))))
                .isEqualTo("JwtInvalid");
    }

    @Test
    void aSecretIsComparedAndNeverMixedUpWithAPublicKey() {
        byte[] other = "another secret of more than 256 bits, too".getBytes(StandardCharsets.US_ASCII);
        byte[] publicKey = TestTenant.KEY.getModulus().toString().getBytes(StandardCharsets.US_ASCII);
        byte[] decoded = TestTenant.KEY.getModulus().decode();

        assertThat(reason("", secretKey("") + AUDIENCE, shared("the-key", other)))
                .isEqualTo("TokenSignatureInvalid");
        assertThat(reason("", secretKey("") + AUDIENCE, TestTenant.token())).isEqualTo("TokenSignatureKeyNotFound");
        assertThat(reason("", RSA + AUDIENCE, shared("the-key", publicKey))).isEqualTo("JwtInvalid");
        assertThat(reason("", RSA + AUDIENCE, shared("the-key", decoded))).isEqualTo("JwtInvalid");
        assertThat(reason("", V2 + AUDIENCE, shared("the-key", publicKey))).isEqualTo("JwtInvalid");
    }

    @ParameterizedTest
    @CsvSource({"all, ' ', 'read write', none", "all, ' ', read, TokenClaimValueNotAllowed", "any, ' ', read, none"})
    void looksIntoAClaimThatIsSplit(String match, String separator, String scope, String reason) {
        String claims = "<required-claims><claim name='scp' match='" + match + "' separator='" + separator
                + "'><value>read</value><value>write</value></claim></required-claims>";

        assertThat(reason("", V2 + AUDIENCE + claims, TestTenant.token(c -> c.put("scp", scope))))
                .isEqualTo(reason);
    }

    @Test
    void handsOnTheClaims() {
        String token = TestTenant.token();

        run(
                "output-token-variable-name='t'",
                V2 + AUDIENCE,
                Request.get("/x").with("Authorization", token),
                "<set-header name='X'><value>@(((Jwt)context.Variables[\"t\"]).Claims.GetValueOrDefault(\"azp\"))</value></set-header>");

        assertThat(documents.received.get(0).headers().all("X")).containsExactly(TestTenant.CLIENT);
    }

    private String reason(String attributes, String children, String token) {
        return run(attributes, children, Request.get("/x").with("Authorization", "Bearer " + token))
                .reason()
                .orElse("none");
    }

    private Documents.Result run(String attributes, String children, Request call) {
        return run(attributes, children, call, "");
    }

    private Documents.Result run(String attributes, String children, Request call, String then) {
        String policy = "<validate-jwt header-name='Authorization' " + attributes + ">" + children + "</validate-jwt>";
        return documents.run(documents.inbound(policy + then + "<set-backend-service backend-id='app'/>"), call);
    }
}
