package dev.gatehouse.chain.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityEndpointTest {
    private static final String VALID = "?api-version=2019-08-01&resource=api://accounts";

    static RunningContoso contoso;
    static IdentityEndpoint ofOne;
    static IdentityEndpoint ofTwo;

    @BeforeAll
    static void start() {
        contoso = new RunningContoso();
        ofOne = contoso.entra.identityEndpoint(Contoso.GATEWAY);
        ofTwo = contoso.entra.identityEndpoint(Contoso.GATEWAY, Contoso.BACKUP);
    }

    @AfterAll
    static void stop() {
        contoso.close();
    }

    @Test
    void givesTheOnlyIdentitysToken() throws Exception {
        HttpResponse<String> answer = get(ofOne, VALID, ofOne.header());
        JsonNode json = new ObjectMapper().readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json.path("resource").asText()).isEqualTo("api://accounts");
        assertThat(json.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(json.path("client_id").asText()).isEqualTo(Contoso.GATEWAY);
        assertThat(json.path("expires_on").asText()).matches("\\d{10}");
        assertThat(UnverifiedTokens.claims(json.path("access_token").asText()))
                .containsEntry("oid", Contoso.GATEWAY_OID)
                .containsEntry("xms_mirid", Contoso.GATEWAY_ARM);
    }

    @ParameterizedTest
    @CsvSource({
        "one, ?api-version=2019-08-01&resource=api://accounts,                                                200",
        "one, ?api-version=2019-08-01&resource=api://ledger,                                                  200",
        "one, ?api-version=2019-08-01&resource=api://nowhere,                                                 400",
        "one, ?api-version=2019-08-01,                                                                        400",
        "one, ?api-version=2017-09-01&resource=api://accounts,                                                400",
        "one, ?api-version=2019-08-01&resource=api://accounts&client_id=44444444-0000-4000-8000-000000000002, 400",
        "two, ?api-version=2019-08-01&resource=api://accounts,                                                400",
        "two, ?api-version=2019-08-01&resource=api://accounts&client_id=44444444-0000-4000-8000-000000000002, 200",
        "two, ?api-version=2019-08-01&resource=api://ledger&client_id=44444444-0000-4000-8000-000000000002,   400",
    })
    void chooses(String endpoint, String query, int status) throws Exception {
        IdentityEndpoint chosen = endpoint.equals("one") ? ofOne : ofTwo;
        assertThat(get(chosen, query, chosen.header()).statusCode()).isEqualTo(status);
    }

    /** The resources as azure-identity and MSAL4J send them: the scope without {@code /.default}. */
    @ParameterizedTest
    @CsvSource({
        "https://storage.azure.com,   1.0, https://storage.azure.com",
        "https://storage.azure.com/,  1.0, https://storage.azure.com/",
        "https://graph.microsoft.com, 1.0, https://graph.microsoft.com",
        "api://AzureADTokenExchange,  2.0, fb60f99c-7a34-4190-8149-302f77469936",
    })
    void givesTokensForMicrosoftsApps(String resource, String version, String audience) throws Exception {
        HttpResponse<String> answer = get(
                ofOne,
                "?api-version=2019-08-01&resource=" + URLEncoder.encode(resource, StandardCharsets.UTF_8),
                ofOne.header());
        String token =
                new ObjectMapper().readTree(answer.body()).path("access_token").asText();
        assertThat(UnverifiedTokens.claims(token))
                .containsEntry("aud", audience)
                .containsEntry("ver", version)
                .containsEntry("sub", Contoso.GATEWAY_OID)
                .doesNotContainKey("scp");
    }

    @Test
    void saysWhyEntraRefuses() throws Exception {
        assertThat(get(ofOne, "?api-version=2019-08-01&resource=api://nowhere", ofOne.header())
                        .body())
                .contains("AADSTS500011");
        String notAssigned = "?api-version=2019-08-01&resource=api://ledger&client_id=" + Contoso.BACKUP;
        assertThat(get(ofTwo, notAssigned, ofTwo.header()).body()).contains("AADSTS501051");
    }

    @Test
    void wantsItsOwnHeader() throws Exception {
        assertThat(get(ofOne, VALID, "wrong").statusCode()).isEqualTo(401);
        assertThat(get(ofOne, VALID, ofTwo.header()).statusCode()).isEqualTo(401);
        HttpRequest without =
                HttpRequest.newBuilder(URI.create(ofOne.uri() + VALID)).build();
        assertThat(HttpClient.newHttpClient()
                        .send(without, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void keepsItsHeaderOutOfText() {
        assertThat(ofOne.toString()).doesNotContain(ofOne.header());
        assertThat(ofOne.environment()).containsEntry("IDENTITY_HEADER", ofOne.header());
    }

    @Test
    void opensForKnownIdentitiesOnly() {
        assertThatThrownBy(() -> contoso.entra.identityEndpoint(Contoso.BATCH))
                .hasMessageContaining("no managed identity");
    }

    private static HttpResponse<String> get(IdentityEndpoint endpoint, String query, String header) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint.uri() + query))
                .header("X-IDENTITY-HEADER", header)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
