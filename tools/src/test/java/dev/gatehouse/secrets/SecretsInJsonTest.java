package dev.gatehouse.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.input.GivenJson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsInJsonTest {
    private static final String SECRET = "S3CR3T";
    private static final String TOKEN =
            part("{\"alg\":\"RS256\"}") + "." + part("{\"azp\":\"the-client\"}") + ".c2lnS3CR3Tc2lnS3CR3Tc2ln";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"body\":\"{\\\"access_token\\\":\\\"S3CR3T\\\",\\\"inner\\\":\\\"{\\\\\\\"client_secret\\\\\\\":\\\\\\\"S3CR3T\\\\\\\"}\\\"}\"}",
                "text before {\\\"client_secret\\\":\\\"S3CR3T\\\"}",
                "https://x/?client_secret%3DS3CR3T%26x%3D1",
                "redirect=https%3A%2F%2Fx%2F%3Fcode%3DS3CR3T%26state%3D1",
                "https://user:S3CR3T@host/path",
                "https://acc.blob.core.windows.net/c?sv=2024&sig=S3CR3T%2Fabc%3D",
                "?SIG=S3CR3T",
                "/api/x?code=S3CR3T&y=1",
                "?key=S3CR3T",
                "?token=S3CR3T",
                "SharedAccessSignature sr=x&sig=S3CR3T&se=1",
                "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=S3CR3T==;EndpointSuffix=x",
                "Endpoint=sb://x/;SharedAccessKeyName=Root;SharedAccessKey=S3CR3T=",
                "Server=tcp:x;Uid=u;Pwd={S3CR3T;x};",
                "Password=\"S3CR3T with S3CR3T spaces\";",
                "x.redis.cache.windows.net:6380,password=S3CR3T,ssl=True",
                "InstrumentationKey=S3CR3T;IngestionEndpoint=https://x",
                "Cookie: a=S3CR3T; b=S3CR3T",
                "Set-Cookie: sid=S3CR3T; HttpOnly",
                "AppServiceAuthSession=S3CR3T; path=/",
                "Authorization: S3CR3T",
                "Authorization: Basic S3CR3T",
                "Authorization: SharedKey acc:S3CR3T=",
                "Authorization: HMAC-SHA256 Credential=x&Signature=S3CR3T",
                "\"authorization\":\"Negotiate S3CR3T S3CR3T\"",
                "Apim-Debug-Authorization: S3CR3T",
                "X-MS-TOKEN-AAD-ACCESS-TOKEN: S3CR3T",
                "X-MS-CLIENT-PRINCIPAL: S3CR3T",
                "Ocp-Apim-Subscription-Key is S3CR3T",
                "set x-functions-key to S3CR3T",
                "password is S3CR3T",
                "grant_type=x&client_assertion=S3CR3T.S3CR3T.S3CR3T&y=1",
                "device_code=S3CR3T",
                "api-key: S3CR3T",
                "<set-header name=\"x-functions-key\" exists-action=\"override\"><value>S3CR3T</value></set-header>",
                "<password>S3CR3T</password>",
                "<authentication-basic username=\"u\" password=\"S3CR3T\" />",
                "-----BEGIN RSA PRIVATE KEY-----\nS3CR3T\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\\nS3CR3T",
                "{\"kty\":\"RSA\",\"n\":\"abc\",\"d\":\"S3CR3T\",\"p\":\"S3CR3T\"}"
            })
    void takesASecretOutOfAText(String text) {
        assertThat(cleaned(text)).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"headers\":{\"Authorization\":{\"values\":[\"S3CR3T\"]}}}",
                "{\"headers\":{\"Cookie\":[\"S3CR3T\",\"S3CR3T\"]}}",
                "{\"name\":\"Authorization\",\"value\":{\"scheme\":\"Bearer\",\"parameter\":\"S3CR3T\"}}",
                "{\"Name\":\"x-functions-key\",\"Value\":\"S3CR3T\"}",
                "{\"key\":\"Authorization\",\"value\":\"S3CR3T\"}",
                "{\"header\":\"Authorization\",\"value\":\"S3CR3T\"}",
                "[[\"Authorization\",\"S3CR3T\"]]",
                "[\"Authorization: S3CR3T\",\"Host: x\"]",
                "{\"client_secret\":{\"value\":\"S3CR3T\"}}",
                "{\"token\":{\"value\":\"S3CR3T\"}}",
                "{\"privateKey\":\"S3CR3T\",\"sasToken\":\"S3CR3T\",\"connection_string\":\"S3CR3T\"}",
                "{\"AccountKey=S3CR3T;\":\"in a name\",\"code\":\"S3CR3T\"}"
            })
    void takesASecretOutOfJson(String json) {
        assertThat(Redactor.json(GivenJson.read("json", json)).toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n  ", "\\n"})
    void recognisesATokenInSeveralLines(String lineBreak) {
        String broken = TOKEN.substring(0, 12) + lineBreak + TOKEN.substring(12, 40) + lineBreak + TOKEN.substring(40);

        assertThat(cleaned("Bearer " + broken + lineBreak + "Host: x"))
                .doesNotContain("S3CR3T", "eyJ")
                .contains("[token with azp the-client]", "Host: x");
    }

    @Test
    void recognisesAPercentEncodedToken() {
        assertThat(cleaned("url?x=" + TOKEN.replace(".", "%2E")))
                .doesNotContain("S3CR3T", "eyJ")
                .contains("azp the-client");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":{\"code\":401,\"reason\":\"Unauthorized\"}}",
                "{\"error\":{\"code\":\"ResourceNotFound\"}}",
                "{\"kid\":\"yE1ISML6agq8UpCI0y_Z_ahBLDk\",\"traceparent\":\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\"}",
                "{\"name\":\"Host\",\"value\":\"apim.example\"}",
                "{\"token\":{\"azp\":\"0f1dc6fa-cee0-3962-92b5-e188f3d1bae3\",\"roles\":[\"Accounts.Read\"]}}",
                "{\"request header x-functions-key\":\"deleted\"}",
                "[\"The provided client secret is expired.\",\"status code: 401\",\"Access denied due to missing subscription key.\"]"
            })
    void leavesWhatIsNoSecret(String json) {
        JsonNode given = GivenJson.read("json", json);

        assertThat(Redactor.json(given)).isEqualTo(given);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.", "eyJaaaaaa\nabc\n", "name=\"x\" ", "<key ", "password=\"x ", "%41", "a:", "://", "Cookie: "
            })
    void isNotOverwhelmedByLongTexts(String part) {
        assertThatCode(() -> cleaned(part.repeat(30_000))).doesNotThrowAnyException();
    }

    private static String cleaned(String text) {
        return Redactor.json(JsonNodeFactory.instance.textNode(text)).asText();
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
