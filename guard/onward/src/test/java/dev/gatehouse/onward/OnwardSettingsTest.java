package dev.gatehouse.onward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnwardSettingsTest {
    private static final String ID = "11111111-0000-4000-8000-000000000001";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SECRET=hush                                             | a client secret
            CERTIFICATE=/home/site/key.pem                          | the certificate in /home/site/key.pem
            CERTIFICATE=/home/site/key.pfx CERTIFICATE_PASSWORD=hush | the certificate in /home/site/key.pfx
            IDENTITY=system ENDPOINT=http://localhost HEADER=hush   | FederatedIdentity[clientId=system]
            IDENTITY=11111111-0000-4000-8000-000000000001 ENDPOINT=http://localhost HEADER=hush | FederatedIdentity[clientId=11111111-0000-4000-8000-000000000001]
            """)
    void takesOneCredentialAndShowsNoSecret(String settings, String shown) {
        List<String> faults = new ArrayList<>();

        assertThat(new OnwardSettings(environment(settings), faults)
                        .credential()
                        .orElseThrow())
                .hasToString(shown);
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OTHER=1                              | found none
            SECRET=                              | found none
            SECRET=hush CERTIFICATE=/key.pem     | found GATEHOUSE_ONWARD_CERTIFICATE and GATEHOUSE_ONWARD_SECRET
            SECRET=hush IDENTITY=system          | found GATEHOUSE_ONWARD_IDENTITY and GATEHOUSE_ONWARD_SECRET
            IDENTITY=hush ENDPOINT=x HEADER=x    | GATEHOUSE_ONWARD_IDENTITY must be the client id
            IDENTITY=system HEADER=x             | IDENTITY_ENDPOINT is missing
            IDENTITY=system ENDPOINT=x           | IDENTITY_HEADER is missing
            """)
    void namesWhatIsMissingOrTooMuch(String settings, String fault) {
        List<String> faults = new ArrayList<>();

        assertThat(new OnwardSettings(environment(settings), faults).credential())
                .isEmpty();
        assertThat(faults)
                .singleElement()
                .satisfies(each -> assertThat(each).contains(fault).doesNotContain("hush"));
    }

    @Test
    void eachCloudHasItsNameForAnExchange() {
        assertThat(List.of(
                        "https://login.microsoftonline.com",
                        "https://login.microsoftonline.us",
                        "https://login.partner.microsoftonline.cn"))
                .extracting(login -> new AppAtEntra(login, ID, new ClientCredential.Secret("x")).federatedAudience())
                .containsExactly(
                        "api://AzureADTokenExchange",
                        "api://AzureADTokenExchangeUSGov",
                        "api://AzureADTokenExchangeChina");
    }

    private static Map<String, String> environment(String settings) {
        return Arrays.stream(settings.strip().split(" +"))
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> name(setting[0]), setting -> setting[1]));
    }

    private static String name(String setting) {
        return switch (setting) {
            case "ENDPOINT", "HEADER" -> "IDENTITY_" + setting;
            default -> "GATEHOUSE_ONWARD_" + setting;
        };
    }
}
