package dev.gatehouse.check.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.check.CheckedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A finding is left as it is where a comment or the configuration says why; what says so in vain is reported. */
class SuppressionTest {
    private static final String POLICY = """
            <!-- %s -->
            <policies>
              <inbound>
                <base />
                <!-- %s -->
                <validate-azure-ad-token tenant-id="common">
                  <audiences>
                    <audience>*</audience> <!-- %s -->
                  </audiences>
                </validate-azure-ad-token>
                <validate-azure-ad-token tenant-id="consumers"><audiences><audience>a</audience></audiences></validate-azure-ad-token>
              </inbound>
              <backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error>
            </policies>
            """;
    private static final String TEMPLATE = """
            { "$schema": "https://x/deploymentTemplate.json#", "resources": [
              %s
              { "type": "Microsoft.Web/sites", "name": "s", %s
                "properties": {
                  "httpsOnly": false %s
                } } ] }
            """;

    @TempDir
    Path path;

    private CheckedFolder folder;

    @BeforeEach
    void inAFolder() {
        folder = new CheckedFolder(path);
    }

    @ParameterizedTest(name = "{0}; {1}; {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "; ; ; audience-never-matches 8, any-tenant 6, any-tenant 11",
                "gatehouse-ignore any-tenant: all are ours; ; ; audience-never-matches 8",
                "; gatehouse-ignore any-tenant: all are ours; ; audience-never-matches 8, any-tenant 11",
                "; gatehouse-ignore any-tenant, audience-never-matches: all are ours; ; any-tenant 11",
                "; ; gatehouse-ignore audience-never-matches: all are ours; any-tenant 6, any-tenant 11",
                "; gatehouse-ignore any-tenant; ; audience-never-matches 8, any-tenant 6, any-tenant 11, suppression-without-reason 5",
                "; gatehouse-ignore any-tenant:; ; audience-never-matches 8, any-tenant 6, any-tenant 11, suppression-without-reason 5",
                "; gatehouse-ignore cors-after-authentication: x; ; audience-never-matches 8, any-tenant 6, any-tenant 11, suppression-unused 5",
                "; gatehouse-ignore any-tennant: x; ; audience-never-matches 8, any-tenant 6, any-tenant 11, suppression-unused 5",
                "; gatehouse-ignore http2-off: x; ; audience-never-matches 8, any-tenant 6, any-tenant 11",
                "; see gatehouse-ignore any-tenant: x; ; audience-never-matches 8, any-tenant 6, any-tenant 11",
            })
    void inAPolicy(String top, String before, String behind, String open) throws IOException {
        folder.with("policy.xml", POLICY.formatted(text(top), text(before), text(behind)));

        assertThat(open("policy.xml")).containsExactlyInAnyOrder(open.split(", "));
    }

    @ParameterizedTest(name = "{0}; {1}; {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "; ; ; https-not-enforced 5",
                "// gatehouse-ignore https-not-enforced: a proxy does; ; ; ''",
                "/* gatehouse-ignore https-not-enforced: a proxy does */; ; ; ''",
                "; ; // gatehouse-ignore https-not-enforced: a proxy does; ''",
                "; \"metadata\": { \"gatehouse-ignore\": \"https-not-enforced: a proxy does\" },; ; ''",
                "; \"metadata\": { \"gatehouse-ignore\": \"https-not-enforced\" },; ; https-not-enforced 5, suppression-without-reason 3",
                "// gatehouse-ignore old-tls: a proxy does; ; ; https-not-enforced 5, suppression-unused 2",
            })
    void inATemplate(String before, String member, String behind, String open) throws IOException {
        folder.with("template.json", TEMPLATE.formatted(text(before), text(member), text(behind)));

        assertThat(open("template.json")).containsExactlyInAnyOrder(open.isEmpty() ? new String[0] : open.split(", "));
    }

    /** The policy is suppressed where it is written, also in what deploys it; both are one finding. */
    @Test
    void inAPolicyThatASnapshotDeploys() throws IOException {
        String policy = POLICY.formatted("", "gatehouse-ignore any-tenant: all are ours", "");
        String snapshot = new ObjectMapper()
                .createObjectNode()
                .set(
                        "predictedResources",
                        new ObjectMapper()
                                .createArrayNode()
                                .add(new ObjectMapper()
                                        .createObjectNode()
                                        .put("type", "Microsoft.ApiManagement/service/apis/policies")
                                        .put("name", "g/a/policy")
                                        .set(
                                                "properties",
                                                new ObjectMapper()
                                                        .createObjectNode()
                                                        .put("value", policy))))
                .toString();
        folder.with("policy.xml", policy).with("main.snapshot.json", snapshot);

        assertThat(open(".")).containsExactly("audience-never-matches 8", "any-tenant 11");
        assertThat(open("main.snapshot.json")).containsExactlyInAnyOrder("audience-never-matches 1", "any-tenant 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'rules': ['any-tenant'], 'reason': 'x'}; audience-never-matches 8",
                "{'rules': ['any-tenant'], 'reason': 'x', 'paths': ['p*.xml']}; audience-never-matches 8",
                "{'rules': ['any-tenant'], 'reason': 'x', 'place': '6:'}; audience-never-matches 8, any-tenant 11",
                "{'rules': ['any-tenant'], 'reason': 'x', 'paths': ['other.xml']}; audience-never-matches 8, any-tenant 6, any-tenant 11, suppression-unused",
            })
    void inTheConfiguration(String ignored, String open) throws IOException {
        folder.with("policy.xml", POLICY.formatted("", "", ""))
                .with(CheckConfig.NAME, ("{'ignore': [" + ignored + "]}").replace('\'', '"'));

        assertThat(open("policy.xml")).containsExactlyInAnyOrder(open.split(", "));
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }

    /** The open findings of the rules that the table is about, with their lines. */
    private List<String> open(String name) throws IOException {
        folder.run("check", "--json", name);
        JsonNode findings = new ObjectMapper().readTree(folder.out());
        return StreamSupport.stream(findings.spliterator(), false)
                .map(each -> each.get("rule").asText() + (each.get("line").isNull() ? "" : " " + each.get("line")))
                .filter(each ->
                        each.matches("(any-tenant|audience-never-matches|https-not-enforced|suppression-.*)( .*)?"))
                .toList();
    }
}
