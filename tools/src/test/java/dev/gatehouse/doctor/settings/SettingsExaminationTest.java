package dev.gatehouse.doctor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.doctor.token.Examined;
import dev.gatehouse.doctor.token.LayerConfiguration;
import dev.gatehouse.fixtures.Snapshots;
import dev.gatehouse.keys.DocumentFetcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsExaminationTest {
    private static final Deployment DEPLOYMENT = Deployment.of(Snapshots.read(Snapshots.MAIN));
    private static final LayerConfiguration SETUP = LayerConfiguration.azure(Examined.contract(), DEPLOYMENT);
    private static final String TENANT = DEPLOYMENT.tenant().id();

    @Test
    void findsNothingWrongWithWhatIsDeployed() {
        assertThat(new SettingsExamination(SETUP).of(SETUP.appSettings()))
                .hasSize(7)
                .noneMatch(SettingReport::isWrong);
    }

    @Test
    void takesAnyProperIdWhereAzureChoosesIt() {
        assertThat(report("GATEHOUSE_API_CLIENT_ID", "12345678-1234-4234-8234-123456789012")
                        .isWrong())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GATEHOUSE_LOGIN_ENDPOINT, https://login.microsoftonlin.com, Did you mean https://login.microsoftonline.com",
        "GATEHOUSE_LOGIN_ENDPOINT, https://login.micosoftonline.us, Did you mean https://login.microsoftonline.us",
        "GATEHOUSE_LOGIN_ENDPOINT, http://login.microsoftonline.com, https:// instead of",
        "GATEHOUSE_LOGIN_ENDPOINT, login.microsoftonline.com, Add https:// at the beginning",
        "GATEHOUSE_LOGIN_ENDPOINT, https://login.microsoftonline.com//, Remove the slashes",
        "GATEHOUSE_LOGIN_ENDPOINT, https://sts.windows.net/t/v2.0, never with /v2.0",
        "GATEHOUSE_LOGIN_ENDPOINT, https://login.microsoftonline.com/common, 'tenant, version, port'",
        "GATEHOUSE_LOGIN_ENDPOINT, https://issuer.example, login service of a known cloud",
        "GATEHOUSE_TENANT_IDS, 81o61dfa-4cc7-3cff-bb58-89410eba01c7, digit 0 instead of the letter O",
        "GATEHOUSE_TENANT_IDS, {81061dfa-4cc7-3cff-bb58-89410eba01c7}, braces",
        "GATEHOUSE_TENANT_IDS, '81061dfa-4cc7-3cff-bb58- 89410eba01c7', white space",
        "GATEHOUSE_TENANT_IDS, 81061dfa4cc73cffbb5889410eba01c7, hyphens",
        "GATEHOUSE_TENANT_IDS, 81061dfa-4cc7-3cff-bb58-89410eba01c, has 35 characters",
        "GATEHOUSE_TENANT_IDS, <tenant id>, placeholder",
        "GATEHOUSE_API_CLIENT_ID, api://gatehouse, not the App ID URI",
        "GATEHOUSE_LOGIN_ENDPOINT, https://login.microsoftonline.com/v2.0, 'tenant, version'",
        "GATEHOUSE_LOGIN_ENDPOINT, https://login.windows.net, old name or a different service",
        "GATEHOUSE_LOGIN_ENDPOINT, HTTPS://login.microsoftonline.com, lower case",
        "GATEHOUSE_LOGIN_ENDPOINT, '\"https://login.microsoftonline.com\"', quotes",
        "GATEHOUSE_TENANT_IDS, organizations, not names",
        "GATEHOUSE_TENANT_IDS, contoso.onmicrosoft.com, not names",
        "GATEHOUSE_API_CLIENT_ID, 81061dfa-4cc7-3cff-bb58-89410eba01c7, This is the tenant id",
        "GATEHOUSE_API_CLIENT_ID, 0f1dc6fa-cee0-3962-92b5-e188f3d1bae3, This is the client id of a client",
        "GATEHOUSE_API_CLIENT_ID, [reference('apiApp').appId], template expression",
        "GATEHOUSE_API_CLIENT_ID, @Microsoft.KeyVault(SecretUri=https://vault.vault.azure.net/secrets/y, Fix the reference",
        "GATEHOUSE_APP_ID_URIS, 0f1dc6fa-cee0-3962-92b5-e188f3d1bae3, Write the App ID URIs only",
        "GATEHOUSE_ALLOWED_CLIENTS, *, no keyword for all",
        "GATEHOUSE_ALLOWED_CLIENTS, any, no keyword for all",
        "GATEHOUSE_ALLOWED_CLIENTS, 0f1dc6fa-cee0-3962-92b5-e188f3d1bae3;0f1dc6fa-cee0-3962-92b5-e188f3d1bae3, with commas",
        "GATEHOUSE_ALLOWED_CLIENTS, '0f1dc6fa-cee0-3962-92b5-e188f3d1bae3,', Remove the extra comma",
        "GATEHOUSE_ALLOWED_PRINCIPALS, 0f1dc6fa-cee0-3962-92b5-e188f3d1bae3, use object ids",
        "GATEHOUSE_ALLOWED_PRINCIPALS, Any, 'Write any'",
        "GATEHOUSE_FORWARDING_GATEWAY, any, Write none",
        "GATEHOUSE_ALLOWED_PRINCIPALS, all, Write any or the ids",
        "GATEHOUSE_ALLOWED_CLIENTS, '', it has no default"
    })
    void namesWhatIsWrongAndTheFix(String setting, String value, String fix) {
        assertThat(report(setting, value).isWrong()).isTrue();
        assertThat(report(setting, value).fix()).contains(fix);
    }

    @Test
    void saysThatAValueDiffersFromTheDeploymentWithoutCallingItWrong() {
        SettingReport report = report("GATEHOUSE_LOGIN_ENDPOINT", "https://login.microsoftonline.us");

        assertThat(report.verdict()).isEqualTo(SettingReport.SettingVerdict.DIFFERS);
        assertThat(report.isWrong()).isFalse();
        assertThat(report.fix()).contains("another environment", "change the deployment's parameters");
    }

    @Test
    void aWellFormedReferenceIsNoFault() {
        assertThat(report("GATEHOUSE_API_CLIENT_ID", "@Microsoft.KeyVault(VaultName=vault;SecretName=client)")
                        .verdict())
                .isEqualTo(SettingReport.SettingVerdict.NOTE);
    }

    @Test
    void findsAnUnknownSetting() {
        assertThat(report("GATEHOUSE_TENANT_ID", TENANT).fix()).contains("reads only GATEHOUSE_TENANT_IDS");
        assertThat(renamed("GATEHOUSE_TENANT_ID")).contains("Did you mean GATEHOUSE_TENANT_IDS?");
        assertThat(renamed("gatehouse_tenant_ids")).contains("Did you mean GATEHOUSE_TENANT_IDS?", "case-sensitive");
    }

    @Test
    void neverRepeatsWhatMayBeASecretInAnIdsPlace() {
        String secret = "abc8Q~abcdefghijklmnopqrstuvwxyz012345";

        assertThat(report("GATEHOUSE_API_CLIENT_ID", secret).toString()).doesNotContain(secret);
    }

    @Test
    void readsTheIssuersMetadata() {
        DocumentFetcher right = address -> (address.getPath().endsWith("/keys")
                        ? "{\"keys\":[]}"
                        : "{\"issuer\":\"https://login.microsoftonline.com/another/v2.0\",\"jwks_uri\":\"https://login.microsoftonline.com/k/keys\"}")
                .getBytes(StandardCharsets.UTF_8);
        DocumentFetcher none = address -> {
            throw new IOException(address + " answered 400");
        };

        assertThat(online(right)).singleElement().satisfies(report -> assertThat(report.actual())
                .contains("another tenant"));
        assertThat(online(none)).singleElement().satisfies(report -> {
            assertThat(report.isWrong()).isTrue();
            assertThat(report.actual()).contains("answered 400");
        });
    }

    private static List<SettingReport> online(DocumentFetcher documents) {
        return new IssuerExamination(documents, Clock.systemUTC()).of(SETUP.appSettings(), SETUP.contract());
    }

    private static String renamed(String other) {
        Map<String, String> settings = new HashMap<>(SETUP.appSettings());
        settings.remove("GATEHOUSE_TENANT_IDS");
        settings.put(other, TENANT);
        return new SettingsExamination(SETUP)
                .of(settings).stream()
                        .filter(report -> report.setting().equals(other))
                        .findFirst()
                        .orElseThrow()
                        .fix();
    }

    private static SettingReport report(String setting, String value) {
        Map<String, String> settings = new HashMap<>(SETUP.appSettings());
        settings.put(setting, value);
        return new SettingsExamination(SETUP)
                .of(settings).stream()
                        .filter(report -> report.setting().equals(setting))
                        .findFirst()
                        .orElseThrow();
    }
}
