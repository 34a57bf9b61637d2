package dev.gatehouse.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.gatehouse.check.CheckedFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log for code scanning keeps to the schema of SARIF 2.1.0, which a test library brings along. */
class SarifReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path path;

    private CheckedFolder folder;

    @BeforeEach
    void aProjectWithFindingsOfEveryKind() throws IOException {
        folder = new CheckedFolder(path)
                .with("in fra/policy.xml", """
                        <policies>
                          <inbound>
                            <base />
                            <!-- gatehouse-ignore any-tenant: all tenants are customers -->
                            <validate-azure-ad-token tenant-id="common"><audiences><audience>*</audience></audiences></validate-azure-ad-token>
                          </inbound>
                        </policies>
                        """)
                .with("template.json", """
                        { "$schema": "https://x/deploymentTemplate.json#", "resources": [
                          { "type": "Microsoft.Web/sites", "name": "s",
                            "properties": { "httpsOnly": false, "siteConfig": { "ftpsState": "[parameters('x')]" } } } ] }
                        """)
                .with("broken.snapshot.json", "{")
                .with("main.bicep", "");
    }

    @Test
    void keepsToTheSchema() throws IOException {
        assertThat(schema().validate(sarif(""))).isEmpty();
        folder.run("check", ".", "--write-baseline", "b.json");
        assertThat(schema().validate(sarif("b.json"))).isEmpty();
    }

    /** So that the test above can fail. */
    @Test
    void theSchemaRejectsOtherLogs() throws IOException {
        JsonNode log = sarif("");
        ((ObjectNode) log.at("/runs/0/results/0")).put("level", "grave");

        assertThat(schema().validate(log)).isNotEmpty();
    }

    @Test
    void namesRulePlaceAndWhatBecameOfAFinding() throws IOException {
        JsonNode run = sarif("").at("/runs/0");

        JsonNode suppressed = result(run, "any-tenant");
        assertThat(suppressed
                        .at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("in%20fra/policy.xml");
        assertThat(suppressed.at("/locations/0/physicalLocation/region").toString())
                .isEqualTo("{\"startLine\":5,\"startColumn\":5}");
        assertThat(suppressed.at("/suppressions/0").toString())
                .isEqualTo(
                        "{\"kind\":\"inSource\",\"status\":\"accepted\",\"justification\":\"all tenants are customers\"}");

        JsonNode open = result(run, "https-not-enforced");
        assertThat(open.has("suppressions")).isFalse();
        assertThat(open.at("/level").asText()).isEqualTo("error");
        assertThat(open.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(3);
        assertThat(open.at("/locations/0/logicalLocations/0/fullyQualifiedName").asText())
                .isEqualTo("Microsoft.Web/sites 's', properties.httpsOnly");
        JsonNode rule = run.at("/tool/driver/rules").get(open.get("ruleIndex").asInt());
        assertThat(rule.get("id").asText()).isEqualTo("https-not-enforced");
        assertThat(rule.at("/help/text").asText()).contains("Fix: ", "docs/checks.md#function-app");
        assertThat(rule.get("helpUri").asText()).startsWith("https://learn.microsoft.com/");
        assertThat(run.at("/automationDetails/id").asText()).isEqualTo("gatehouse/check/");
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isFalse();
    }

    @Test
    void fingerprintsStayWhereLinesMove() throws IOException {
        List<String> before = fingerprints();
        folder.with("template.json", "// moved\n\n" + folder.text("template.json"));
        folder.with("in fra/policy.xml", "\n\n\n" + folder.text("in fra/policy.xml"));

        assertThat(fingerprints()).isEqualTo(before).doesNotHaveDuplicates();
    }

    private List<String> fingerprints() throws IOException {
        return sarif("").at("/runs/0/results").findValuesAsText("gatehouse/v1");
    }

    private JsonNode sarif(String baseline) throws IOException {
        folder.run("check", ".", "--format", "sarif", baseline.isEmpty() ? "--strict" : "--baseline=" + baseline);
        return JSON.readTree(folder.out());
    }

    private static JsonNode result(JsonNode run, String rule) {
        for (JsonNode each : run.get("results")) {
            if (each.get("ruleId").asText().equals(rule)) {
                return each;
            }
        }
        throw new AssertionError(rule + " is not in " + run.get("results"));
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(JSON.readTree(in));
        }
    }
}
