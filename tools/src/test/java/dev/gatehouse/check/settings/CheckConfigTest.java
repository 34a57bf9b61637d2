package dev.gatehouse.check.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.gatehouse.check.CheckedFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The configuration decides which files, which rules, how grave, and what lets the command fail. */
class CheckConfigTest {
    private static final String POLICY = "<policies><inbound><base /><validate-azure-ad-token tenant-id='common'>"
            + "<client-application-ids><application-id>5e9f6ad0-4c5c-4a4a-93a0-4f6f7a5a51a1</application-id></client-application-ids>"
            + "<audiences><audience>a</audience></audiences></validate-azure-ad-token></inbound></policies>";

    @TempDir
    Path path;

    private CheckedFolder folder;

    @BeforeEach
    void aPolicyWithAnErrorInAFolderBelow() throws IOException {
        folder = new CheckedFolder(path).with("infra/policy.xml", POLICY).with("infra/test/policy.xml", POLICY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; 1; 2 findings (2 errors)",
                "{'rules': {'any-tenant': 'note'}}; 1; 2 findings (2 notes)",
                "{'rules': {'any-tenant': 'note'}, 'failOn': 'warning'}; 0; 2 findings (2 notes)",
                "{'rules': {'any-tenant': 'off'}}; 0; 0 findings,",
                "{'exclude': ['infra/test']}; 1; 1 finding (1 error)",
                "{'exclude': ['**/test/**']}; 1; 1 finding (1 error)",
                "{'include': ['infra/*.xml']}; 1; 1 finding (1 error)",
                "{'failOn': 'never'}; 0; 2 findings (2 errors)",
            })
    void decides(String config, int exitCode, String summary) throws IOException {
        folder.with(CheckConfig.NAME, config.replace('\'', '"'));

        assertThat(folder.run("check", "infra")).isEqualTo(exitCode);
        assertThat(folder.out()).contains(summary);
    }

    @Test
    void isFoundAboveTheFolderOfTheCallAndTheCommandLineGoesBefore() throws IOException {
        folder.with(CheckConfig.NAME, "{\"failOn\": \"never\", \"exclude\": [\"infra/test\"]}");
        CheckedFolder below = new CheckedFolder(path.resolve("infra"));

        assertThat(below.run("check", ".")).isZero();
        assertThat(below.out()).contains("1 finding (1 error)");
        assertThat(below.run("check", "--fail-on", "error", ".")).isEqualTo(1);
    }

    @Test
    void switchesARuleOn() throws IOException {
        folder.with(CheckConfig.NAME, "{\"rules\": {\"http2-off\": \"note\"}}")
                .with(
                        "t.json",
                        "{\"$schema\": \"https://x/deploymentTemplate.json#\", \"resources\": [{\"type\":"
                                + " \"Microsoft.Web/sites\", \"name\": \"s\", \"properties\": {\"siteConfig\": {\"http20Enabled\": false}}}]}");

        folder.run("check", "t.json");

        assertThat(folder.out()).contains("note", "http2-off");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{; is not JSON",
                "[]; : must be an object",
                "{'rule': {}}; /rule: is not known",
                "{'rules': {'any-tenant': 'high'}}; /rules/any-tenant: is 'high'; expected one of [error, warning, note]",
                "{'rules': {'any-tennant': 'note'}}; 'any-tennant' is no rule",
                "{'exclude': 'test'}; /exclude: must be an array",
                "{'failOn': 'all'}; /failOn: is 'all'",
                "{'ignore': [{'rules': ['any-tenant']}]}; /ignore/0/reason: must be a text",
                "{'ignore': [{'rules': ['any-tenant'], 'reason': ' '}]}; /ignore/0/reason: must be a text",
                "{'ignore': [{'rules': [], 'reason': 'x'}]}; /ignore/0/rules: is missing or empty",
                "{'ignore': [{'rules': ['any-tenant'], 'reason': 'x', 'file': 'x'}]}; /ignore/0/file: is not known",
            })
    void cannotBeReadWhereItSaysAnythingElse(String config, String message) throws IOException {
        folder.with(CheckConfig.NAME, config.replace('\'', '"'));

        assertThat(folder.run("check", "infra")).isEqualTo(2);
        assertThat(folder.out()).isEmpty();
        assertThat(folder.err()).startsWith(CheckConfig.NAME).contains(message);
    }

    /** Names of rules are beyond the schema. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'rules': {'any-tenant': 'off'}, 'include': ['a'], 'exclude': [], 'failOn': 'note', 'baseline': 'b.json'}",
                "{'ignore': [{'rules': ['any-tenant'], 'reason': 'x', 'paths': ['a'], 'place': 'b'}]}",
                "{'rule': {}}",
                "{'rules': {'any-tenant': 'high'}}",
                "{'exclude': 'test'}",
                "{'failOn': 'all'}",
                "{'baseline': ' '}",
                "{'ignore': [{'rules': ['any-tenant']}]}",
                "{'ignore': [{'rules': [], 'reason': 'x'}]}",
                "{'ignore': [{'rules': ['any-tenant'], 'reason': ' '}]}",
            })
    void theSchemaSaysTheSame(String config) throws IOException {
        String json = config.replace('\'', '"');
        folder.with(CheckConfig.NAME, json).with("b.json", "{\"version\": 1, \"findings\": []}");

        boolean isRead = folder.run("check", "infra/policy.xml") != 2;

        assertThat(schema().validate(new ObjectMapper().readTree(json)).isEmpty())
                .isEqualTo(isRead);
    }

    @Test
    void rejectsARuleOfTheCommandLineThatDoesNotExist() {
        assertThat(folder.run("check", "--rule", "any-tennant", "infra")).isEqualTo(2);
        assertThat(folder.err()).contains("'any-tennant' is no rule");
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in =
                CheckConfig.class.getResourceAsStream("/dev/gatehouse/check/gatehouse-check.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(new ObjectMapper().readTree(in));
        }
    }
}
