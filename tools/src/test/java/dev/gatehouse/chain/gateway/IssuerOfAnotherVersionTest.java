package dev.gatehouse.chain.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.http.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The step that compares {@code iss} with {@code ver} does so by itself: the token check before it is replaced by one that takes the
 * issuers of both versions, as Azure's {@code validate-azure-ad-token} may.
 */
class IssuerOfAnotherVersionTest {
    private static final Pattern OWN = Pattern.compile("(?s)<validate-azure-ad-token.*</validate-azure-ad-token>");
    private static final Pattern LAX = Pattern.compile("(?s)<validate-jwt.*</validate-jwt>");

    @ParameterizedTest
    @CsvSource({
        "api-caller-token, 2.0, https://sts.windows.net/" + TestTenant.ID + "/, 401",
        "api-caller-token, 2.0, https://login.microsoftonline.com/" + TestTenant.ID + "/v2.0, 200",
        "api-caller-token, 1.0, https://login.microsoftonline.com/" + TestTenant.ID + "/v2.0, 401",
        "api-caller-token, 1.0, https://sts.windows.net/" + TestTenant.ID + "/, 200",
        "api-gateway-identity, 2.0, https://sts.windows.net/" + TestTenant.ID + "/, 401",
        "api-gateway-identity, 2.0, https://login.microsoftonline.com/" + TestTenant.ID + "/v2.0, 200",
    })
    void isRefusedWhateverTheTokenCheckTakes(String policy, String version, String issuer, int status) {
        DeployedPolicies deployed = new DeployedPolicies(policy + ".xml");
        Matcher lax = LAX.matcher(
                DeployedPolicies.policy(policy + "-validate-jwt.xml").text());
        assertThat(lax.find()).isTrue();
        deployed.alteration = text -> OWN.matcher(text).replaceFirst(Matcher.quoteReplacement(lax.group()));
        deployed.namedValues.put("other-token-version", "1.0");

        Response response = deployed.gateway().handle(DeployedPolicies.call(TestTenant.token(claims -> {
            claims.put("ver", version);
            claims.put("iss", issuer);
        })));

        assertThat(response.status()).isEqualTo(status);
        if (status == 401) {
            assertThat(deployed.refusal().reason()).isEqualTo("issuer-of-another-version");
            assertThat(deployed.received).isEmpty();
        }
    }
}
