package dev.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final String TENANT = "11111111-2222-3333-4444-55555555aaaa";
    private static final String API = "22222222-2222-3333-4444-555555555555";
    private static final String CLIENT = "33333333-2222-3333-4444-555555555555";
    private static final Map<String, String> SOUND = Map.of(
            Settings.LOGIN_ENDPOINT,
            "https://login.microsoftonline.com/",
            Settings.TENANT_IDS,
            TENANT,
            Settings.API_CLIENT_ID,
            API,
            Settings.APP_ID_URIS,
            "api://things",
            Settings.ALLOWED_CLIENTS,
            CLIENT,
            Settings.ALLOWED_PRINCIPALS,
            "any",
            Settings.FORWARDING_GATEWAY,
            "none");

    @Test
    void readsSoundSettings() {
        Settings settings = ((Settings.Reading.Valid) Settings.read(SOUND)).settings();

        assertThat(settings)
                .isEqualTo(new Settings(
                        "https://login.microsoftonline.com",
                        Set.of(TENANT),
                        API,
                        Set.of("api://things"),
                        Set.of(CLIENT),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void lowerCasesGuidsAndNothingElse() {
        Settings settings = ((Settings.Reading.Valid) Settings.read(
                        with(Map.of(Settings.TENANT_IDS, TENANT.toUpperCase(), Settings.APP_ID_URIS, "api://Things"))))
                .settings();

        assertThat(settings.tenants()).containsExactly(TENANT);
        assertThat(settings.appIdUris()).containsExactly("api://Things");
    }

    @Test
    void readsLists() {
        Settings settings = ((Settings.Reading.Valid) Settings.read(with(
                        Map.of(Settings.ALLOWED_CLIENTS, CLIENT + "," + API, Settings.ALLOWED_PRINCIPALS, TENANT))))
                .settings();

        assertThat(settings.allowedClients()).containsExactlyInAnyOrder(CLIENT, API);
        assertThat(settings.allowedPrincipals()).contains(Set.of(TENANT));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GATEHOUSE_LOGIN_ENDPOINT | `` | is missing",
                "GATEHOUSE_LOGIN_ENDPOINT | https://login.micorosftonline.com | is no login service of Entra",
                "GATEHOUSE_LOGIN_ENDPOINT | http://login.microsoftonline.com | is no login service of Entra",
                "GATEHOUSE_LOGIN_ENDPOINT | https://LOGIN.microsoftonline.com | is no login service of Entra",
                "GATEHOUSE_LOGIN_ENDPOINT | https://127.0.0.1:8443 | is no login service of Entra",
                "GATEHOUSE_LOGIN_ENDPOINT | https://ada:pw@login.microsoftonline.com | is no login service of Entra: it has a user's name or password in it;",
                "GATEHOUSE_LOGIN_ENDPOINT | https://ada:p/w@login.microsoftonline.com | is no login service of Entra: it has a user's name or password in it;",
                "GATEHOUSE_LOGIN_ENDPOINT | https://login.microsoftonline.com/common | is no login service of Entra",
                "GATEHOUSE_TENANT_IDS | `` | is missing",
                "GATEHOUSE_TENANT_IDS | common | is no GUID",
                "GATEHOUSE_TENANT_IDS | 1111111-2222-3333-4444-55555555aaaa | is no GUID",
                "GATEHOUSE_TENANT_IDS | 00000000-0000-0000-0000-000000000000 | is no GUID",
                "GATEHOUSE_TENANT_IDS | ` 11111111-2222-3333-4444-55555555aaaa` | has white space",
                "GATEHOUSE_TENANT_IDS | 11111111-2222-3333-4444-55555555aaaa, | has an empty place",
                "GATEHOUSE_API_CLIENT_ID | `   ` | is missing",
                "GATEHOUSE_API_CLIENT_ID | d5dfkae9-4f54-4a3c-8f1e-2b6c3d4e5f60 | is no GUID",
                "GATEHOUSE_API_CLIENT_ID | api://things | is no GUID",
                "GATEHOUSE_APP_ID_URIS | `` | is missing",
                "GATEHOUSE_APP_ID_URIS | things | is no App ID URI",
                "GATEHOUSE_ALLOWED_CLIENTS | `` | is missing",
                "GATEHOUSE_ALLOWED_CLIENTS | any | is no GUID",
                "GATEHOUSE_ALLOWED_CLIENTS | 33333333-2222-3333-4444-555555555555,33333333-2222-3333-4444-555555555555 | names a value twice",
                "GATEHOUSE_ALLOWED_PRINCIPALS | `` | is missing",
                "GATEHOUSE_ALLOWED_PRINCIPALS | ANY | is no GUID",
                "GATEHOUSE_ALLOWED_PRINCIPALS | any,any | is no GUID",
                "GATEHOUSE_FORWARDING_GATEWAY | `` | is missing",
                "GATEHOUSE_FORWARDING_GATEWAY | any | is no GUID",
            })
    void namesTheSettingAndWhatIsWrong(String name, String value, String problem) {
        assertThat(problems(with(Map.of(name, value))))
                .anySatisfy(each -> assertThat(each).startsWith(name + " " + problem));
    }

    @Test
    void reportsEveryProblemAtOnce() {
        assertThat(problems(Map.of()))
                .containsExactlyInAnyOrder(
                        Settings.LOGIN_ENDPOINT + " is missing",
                        Settings.TENANT_IDS + " is missing",
                        Settings.API_CLIENT_ID + " is missing",
                        Settings.ALLOWED_CLIENTS + " is missing",
                        Settings.ALLOWED_PRINCIPALS + " is missing",
                        Settings.FORWARDING_GATEWAY + " is missing");
    }

    @Test
    void neverRepeatsASecretThatWasPastedInPlaceOfAnId() {
        assertThat(problems(with(Map.of(Settings.API_CLIENT_ID, "abc8Q~xyZ.0123456789abcdefABCDEF_ghij.k"))))
                .singleElement()
                .isEqualTo(Settings.API_CLIENT_ID
                        + " is no GUID: 39 characters, the first wrong one 'q' at place 5; expected 8-4-4-4-12"
                        + " hexadecimal digits, not all zero");
    }

    @Test
    void neverRepeatsATokenThatWasPastedIntoASetting() {
        assertThat(problems(with(Map.of(Settings.API_CLIENT_ID, "eyJhbGciOiJSUzI1NiJ9.e30.c2ln"))))
                .noneMatch(problem -> problem.contains("eyJ"));
    }

    @Test
    void theExampleListsEverySettingAndNoOther() throws IOException {
        JsonNode example = new ObjectMapper()
                .readTree(Path.of("local.settings.json.example").toFile());
        List<String> ours = new ArrayList<>();
        example.get("Values").fieldNames().forEachRemaining(name -> {
            if (name.startsWith("GATEHOUSE_") && !name.startsWith("GATEHOUSE_ONWARD_")) { // of gatehouse-onward
                ours.add(name);
            }
        });

        assertThat(ours).containsExactlyInAnyOrderElementsOf(SOUND.keySet());
    }

    private static Map<String, String> with(Map<String, String> changes) {
        Map<String, String> changed = new HashMap<>(SOUND);
        changed.putAll(changes);
        return changed;
    }

    private static List<String> problems(Map<String, String> environment) {
        return ((Settings.Reading.Faulty) Settings.read(environment)).problems();
    }
}
