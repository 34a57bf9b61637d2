package dev.gatehouse.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.deployment.ExportedPolicies;
import dev.gatehouse.fixtures.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which Azure's tools print settings, named values and policies. */
class ExportFormsTest {
    private static final String API = "c0ffee00-0002-4a00-8000-000000000002";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'name':'FUNCTIONS_WORKER_RUNTIME','slotSetting':false,'value':'java'}]",
                "{'id':'/x','name':'appsettings','properties':{'FUNCTIONS_WORKER_RUNTIME':'java'}}",
                "{'name':'func','properties':{'siteConfig':{'appSettings':[{'name':'FUNCTIONS_WORKER_RUNTIME','value':'java'}]}}}",
                "{'IsEncrypted':false,'Values':{'FUNCTIONS_WORKER_RUNTIME':'java'}}",
                "{'FUNCTIONS_WORKER_RUNTIME':'java'}"
            })
    void readsAppSettings(String json) throws IOException {
        assertThat(Exported.read(file("s.json", json)).appSettings())
                .isEqualTo(Map.of("FUNCTIONS_WORKER_RUNTIME", "java"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'displayName':'aud','name':'x','secret':false,'value':'v'},{'displayName':'key','secret':true,'value':null}]",
                "{'value':[{'name':'x','properties':{'displayName':'aud','value':'v','secret':false}}]}"
            })
    void readsNamedValues(String json) throws IOException {
        assertThat(Exported.read(file("nv.json", json)).namedValues()).isEqualTo(Map.of("aud", "v"));
    }

    @Test
    void readsPoliciesOfAFolderBroadScopesFirst() throws IOException {
        file("operation-get.xml", "<policies><inbound /></policies>");
        file("nv.json", "[{'displayName':'aud','value':'v'}]");
        file("global.xml", "<policies><inbound><base /></inbound></policies>");
        file(
                "api.json",
                "{'id':'/service/s/apis/a/policies/policy','properties':{'format':'rawxml','value':'<policies />'}}");
        file("notes.json", "{'x':1}");

        ExportedPolicies read = ExportedPolicies.read(List.of(folder));

        assertThat(read.documents())
                .extracting(document -> document.name())
                .containsExactly("global.xml", "/service/s/apis/a/policies/policy", "operation-get.xml");
        assertThat(read.namedValues()).isEqualTo(Map.of("aud", "v"));
    }

    @Test
    void saysWhatIsNoPolicy() throws IOException {
        Path other = file("other.json", "{'x':1}");

        assertThatThrownBy(() -> ExportedPolicies.read(List.of(other)))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageContaining("other.json is not a policy");
    }

    @Test
    void readsClassicSettingsOfEasyAuth() throws IOException {
        Exported classic = Exported.read(
                file(
                        "auth.json",
                        "{'enabled':true,'unauthenticatedClientAction':'RedirectToLoginPage','clientId':'" + API
                                + "','issuer':'https://sts.windows.net/t/','allowedAudiences':['api://orders'],'tokenStoreEnabled':true}"));
        var settings = Deployment.of(Snapshots.read(Snapshots.MAIN))
                .easyAuth(classic.name(), classic.content())
                .orElseThrow();

        assertThat(ClassicEasyAuth.upgraded(classic.content())).isPresent();
        assertThat(settings.clientId()).isEqualTo(API);
        assertThat(settings.allowedAudiences()).containsExactly("api://orders");
        assertThat(settings.policy().allowedApplications()).isEmpty();
    }

    private Path file(String name, String json) throws IOException {
        return Files.writeString(folder.resolve(name), json.replace('\'', '"'));
    }
}
