package dev.gatehouse.chain.easyauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.chain.gateway.TestTenant;
import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.token.Claims;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientPrincipalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-MS-CLIENT-PRINCIPAL",
                "x-ms-client-principal",
                "X-Ms-Client-Principal-Id",
                "X-MS-CLIENT-PRINCIPAL-NAME",
                "X-MS-CLIENT-PRINCIPAL-IDP",
                "X-MS-TOKEN-AAD-ACCESS-TOKEN",
                "x-ms-token-",
            })
    void isTakenFromWhateverACallerSends(String header) {
        Headers sent =
                Headers.none().plus(header, "forged").plus(header, "twice").plus("X-Other", "kept");

        assertThat(ClientPrincipal.removedFrom(sent).asMap()).isEqualTo(Map.of("X-Other", List.of("kept")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-MS-CLIENT", "X-MS-TOKENS", "AX-MS-TOKEN-AAD"})
    void leavesOtherHeadersAlone(String header) {
        Headers sent = Headers.none().plus(header, "kept");

        assertThat(ClientPrincipal.removedFrom(sent).all(header)).containsExactly("kept");
    }

    @Test
    void holdsEveryClaimUnderItsLongName() throws IOException {
        Headers set = set(claims -> {
            claims.put("roles", List.of("Accounts.Read", "Accounts.Provision"));
            claims.put("scp", "accounts.read");
            claims.put("empty", List.of());
        });
        JsonNode principal = new ObjectMapper()
                .readTree(Base64.getDecoder()
                        .decode(set.first("X-MS-CLIENT-PRINCIPAL").orElseThrow()));
        String identity = "http://schemas.microsoft.com/identity/claims/";
        String role = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";

        assertThat(principal.get("auth_typ").asText()).isEqualTo("aad");
        assertThat(principal.get("role_typ").asText()).isEqualTo(role);
        assertThat(StreamSupport.stream(principal.get("claims").spliterator(), false)
                        .map(claim -> claim.get("typ").asText() + " "
                                + claim.get("val").asText()))
                .contains(
                        identity + "tenantid " + TestTenant.ID,
                        identity + "objectidentifier " + SiteSettings.OBJECT_ID,
                        identity + "scope accounts.read",
                        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier "
                                + SiteSettings.OBJECT_ID,
                        role + " Accounts.Read",
                        role + " Accounts.Provision",
                        "azp " + TestTenant.CLIENT)
                .noneMatch(claim -> claim.startsWith("empty"));
    }

    @Test
    void namesTheObjectIdWhereThereIsOne() {
        assertThat(set(claims -> {}).all("X-MS-CLIENT-PRINCIPAL-ID")).containsExactly(SiteSettings.OBJECT_ID);
        assertThat(set(claims -> {}).all("X-MS-CLIENT-PRINCIPAL-IDP")).containsExactly("aad");
        assertThat(set(claims -> claims.remove("oid")).has("X-MS-CLIENT-PRINCIPAL-ID"))
                .isFalse();
    }

    private static Headers set(Consumer<Map<String, Object>> change) {
        TokenReading.Readable read = (TokenReading.Readable) SignedToken.read(TestTenant.token(change));
        Claims claims = read.token().claims();
        return ClientPrincipal.setIn(Headers.none(), claims);
    }
}
