package dev.gatehouse.check.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.check.CheckFindings;
import dev.gatehouse.check.Checker;
import dev.gatehouse.check.Finding;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.UndecidedRules;
import dev.gatehouse.check.input.InputReading.UnreadableFile;
import dev.gatehouse.check.rules.Rules;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignFilesTest {
    @TempDir
    Path folder;

    /** Text like that of a sample in circulation. */
    private static final String SAMPLE = """
            <policies>
              <inbound>
                <base />
                <validate-jwt header-name="Authorization" require-scheme="Bearer">
                  <openid-config url="https://login.microsoftonline.com/9b1e3c2a-5f0d-4a63-9a5e-0f7d2f6f1c11/v2.0/ Jump .well-known/openid-configuration" />
                  <issuers>
                    <issuer>https://login.microsoftonline.com/9b1e3c2a-5f0d-4a63-9a5e-0f7d2f6f1c11/v2.0</ Jump issuer>
                  </issuers>
                  <required-claims>
                    <claim name="aud" match="any"><value>api://orders</value></claim>
                    <claim name="azp" match="any"><value>d5dfkae9-3c1b-4f5e-8a77-1f2e3d4c5b6a</value></claim>
                  </required-claims>
                </validate-jwt>
                <authentication-managed-identity resource="api://d5dfaae9-3c1b-4f5e-8a77-1f2e3d4c5b6g" />
              </inbound>
            </policies>
            """;

    @Test
    void findsTheMistakesOfTheSampleInCirculationBehindItsSyntaxErrors() throws IOException {
        write("policy.xml", SAMPLE);

        assertThat(check("policy.xml").findings())
                .extracting(finding -> finding.place() + " " + finding.rule())
                .containsExactlyInAnyOrder(
                        "policy.xml:5:7 openid-config-url-broken",
                        "policy.xml:7:92 policy-not-well-formed",
                        "policy.xml:4:5 audience-never-matches",
                        "policy.xml:11:39 client-id-is-no-guid",
                        "policy.xml:14:5 almost-a-guid");
    }

    @Test
    void readsTemplatesWithWhatIsNestedInThem() throws IOException {
        write("template.json", """
                { "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                  // comments are usual
                  "variables": { "off": false },
                  "parameters": { "tls": { "type": "string", "defaultValue": "1.2" } },
                  "resources": [
                    { "type": "Microsoft.Web/sites", "name": "[format('f-{0}', uniqueString('x'))]", "kind": "functionapp",
                      "identity": { "type": "SystemAssigned" },
                      "properties": { "httpsOnly": "[variables('off')]", "siteConfig": {
                        "minTlsVersion": "[parameters('tls')]", "ftpsState": "Disabled", "http20Enabled": true } },
                      "resources": [
                        { "type": "config", "name": "authsettingsV2", "properties": { "platform": { "enabled": false } } } ] },
                    { "type": "Microsoft.Resources/deployments", "name": "inner", "properties": {
                      "expressionEvaluationOptions": { "scope": "inner" },
                      "parameters": { "public": { "value": true } },
                      "template": {
                        "parameters": { "public": { "type": "bool" }, "tls": { "defaultValue": "TLS1_0" } },
                        "outputs": { "key": { "type": "string", "value": "[listKeys('x', '1').keys[0].value]" } },
                        "resources": { "account": { "type": "Microsoft.Storage/storageAccounts", "name": "s", "properties": {
                          "allowBlobPublicAccess": "[parameters('public')]", "allowSharedKeyAccess": false,
                          "minimumTlsVersion": "[parameters('tls')]" } } } } } } ] }
                """);

        CheckFindings report = check("template.json");

        assertThat(report.findings())
                .extracting(Finding::rule)
                .contains("https-not-enforced", "easy-auth-off", "public-blobs", "secret-in-output")
                .doesNotContain("easy-auth-missing");
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals("old-tls"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.place().within()).contains("Microsoft.Storage"));
        assertThat(report.undecided())
                .filteredOn(undecided -> undecided.rules().get(0).id().equals("old-tls"))
                .singleElement()
                .satisfies(undecided -> assertThat(undecided.because()).contains("parameters('tls')"));
    }

    @Test
    void doesNotGrowWithVariablesThatDoubleEachOther() throws IOException {
        String variables = IntStream.rangeClosed(1, 40)
                .mapToObj(n ->
                        "\"v" + n + "\": \"[concat(variables('v" + (n - 1) + "'), variables('v" + (n - 1) + "'))]\"")
                .collect(Collectors.joining(", "));
        write(
                "bomb.json",
                "{ \"$schema\": \"https://x/deploymentTemplate.json#\", \"variables\": { \"v0\": \"x\", " + variables
                        + " }, \"resources\": [ { \"type\": \"Microsoft.Web/sites\", \"name\": \"s\", \"kind\": \"functionapp\","
                        + " \"properties\": { \"httpsOnly\": \"[variables('v40')]\" } } ] }");

        assertThat(check("bomb.json").undecided())
                .flatExtracting(each -> each.rules().stream().map(Rule::id).toList())
                .contains("https-not-enforced");
    }

    @Test
    void checksWhatCanBeReadBesideWhatCannot() throws IOException {
        write("a.snapshot.json", "{ ");
        write("b.xml", "<policies><inbound><base /></inbound><outbound /></policies>");
        write(
                "c.json",
                "{ \"$schema\": \"https://x/deploymentTemplate.json#\", \"resources\": [ { \"type\":"
                        + " \"Microsoft.Resources/deployments\", \"name\": \"far\", \"properties\": { \"templateLink\": {} } } ] }");
        write("package.json", "{}");
        write("pom.xml", "<project/>");
        write("node_modules/d.xml", "<policies><inbound /></policies>");

        InputReading reading = read(".");

        assertThat(new Checker(Rules.all()).check(reading.deployments()).findings())
                .extracting(finding -> finding.place() + " " + finding.rule())
                .containsExactly("b.xml:1:38 base-missing");
        assertThat(reading.unreadable()).extracting(UnreadableFile::toString).satisfiesExactly(json -> assertThat(json)
                .startsWith("a.snapshot.json: is not valid JSON in line 1, column "));
        assertThat(reading.skipped()).extracting(UnreadableFile::toString).satisfiesExactly(linked -> assertThat(linked)
                .startsWith("c.json: the linked template of the deployment 'far'"));
    }

    @Test
    void saysWhatAFileOrFolderIsNot() throws IOException {
        write("empty/readme.md", "x");
        write("x.json", "{}");
        write("x.xml", "<project/>");
        write("x.bicepparam", "using 'x.bicep'");

        assertThat(read("empty", "x.json", "x.xml", "x.bicepparam", "none").unreadable())
                .extracting(UnreadableFile::toString)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("empty: contains no snapshot"),
                        line -> assertThat(line).startsWith("x.json: is neither a snapshot"),
                        line -> assertThat(line).startsWith("x.xml: is not a policy"),
                        line -> assertThat(line).startsWith("x.bicepparam: neither 'bicep' nor 'az'"),
                        line -> assertThat(line).startsWith("none: not found"));
    }

    @Test
    void readsPoliciesOfEveryEnding() throws IOException {
        String policy = "<policies><inbound /></policies>";
        for (String name : List.of("a.xml", "b.cshtml", "c.policy", "d.rawxml", "e.POLICY.XML", "f.txt")) {
            write("in/" + name, policy);
        }
        write("in/view.cshtml", "<p>@Model.Name</p>");

        assertThat(read("in").deployments())
                .extracting(each -> each.file().file().replace('\\', '/'))
                .containsExactly("in/a.xml", "in/b.cshtml", "in/c.policy", "in/d.rawxml", "in/e.POLICY.XML");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "infra/*.xml | infra/a.xml",
                "infra/**/*.xml | infra/a.xml infra/deep/er/b.xml",
                "**/b.xml | infra/deep/er/b.xml",
                "infra/{a,c}.xml | infra/a.xml",
                "infra/?.xml | infra/a.xml",
                "infra/dee* | infra/deep/er/b.xml",
            })
    void expandsPatternsItself(String pattern, String files) throws IOException {
        write("infra/a.xml", "<policies><inbound /></policies>");
        write("infra/deep/er/b.xml", "<policies><inbound /></policies>");
        write("infra/pom.xml", "<project/>");

        assertThat(read(pattern).deployments())
                .extracting(each -> each.file().file().replace('\\', '/'))
                .containsExactly(files.split(" "));
    }

    @Test
    void readsAFileOnceThatIsNamedTwice() throws IOException {
        write("infra/a.xml", "<policies><inbound /></policies>");

        InputReading reading = read("infra/a.xml", "infra", "infra/*.xml", "./infra/../infra/a.xml");

        assertThat(reading.deployments()).hasSize(1);
        assertThat(reading.unreadable()).isEmpty();
    }

    @Test
    void saysThatAPatternMatchesNothing() {
        assertThat(read("infra/*.xml").unreadable())
                .extracting(UnreadableFile::toString)
                .containsExactly("infra/*.xml: matches no snapshot, ARM template, policy, Bicep file or export of az");
    }

    @Test
    void saysOfTerraformWhatToGiveInstead() throws IOException {
        write("tf/main.tf", "resource \"azurerm_api_management\" \"g\" {}");

        assertThat(read("tf").unreadable()).isEmpty();
        assertThat(read("tf").skipped())
                .extracting(UnreadableFile::toString)
                .singleElement()
                .asString()
                .contains("tf", "is Terraform", "az group export");
        assertThat(read("tf/main.tf").unreadable()).hasSize(1);
    }

    @Test
    void readsWhatAzExportsAsOneDeployment() throws IOException {
        String gateway = "/subscriptions/s/resourceGroups/r/providers/Microsoft.ApiManagement/service/g";
        write("az/api.json", """
                [ { "id": "%s/apis/a", "name": "a", "type": "Microsoft.ApiManagement/service/apis",
                    "protocols": ["https"], "subscriptionRequired": null } ]""".formatted(gateway));
        write("az/policy.json", """
                { "value": [ { "id": "%s/apis/a/policies/policy", "name": "policy",
                    "type": "Microsoft.ApiManagement/service/apis/policies",
                    "properties": { "format": "rawxml", "value": "<policies><inbound /></policies>" } } ] }""".formatted(gateway));

        InputReading reading = read("az");

        assertThat(reading.deployments()).singleElement().satisfies(deployed -> assertThat(deployed.resources())
                .extracting(each -> each.file().file() + " " + each.name())
                .containsExactly("az/api.json g/a", "az/policy.json g/a/policy"));
        assertThat(new Checker(Rules.all()).check(reading.deployments()).findings())
                .extracting(each -> each.rule() + " " + each.place().file())
                .contains("base-missing az/policy.json", "token-not-validated az/api.json");
        assertThat(read("az/policy.json").deployments()).hasSize(1);
    }

    @Test
    void readsNoContractThatIsFaulty() throws IOException {
        write("contract/security.json", "{}");
        write("x.snapshot.json", "{ \"predictedResources\": [] }");

        assertThat(read("x.snapshot.json").unreadable()).isNotEmpty().allSatisfy(fault -> assertThat(fault.file())
                .endsWith("security.json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UTF-16LE | mark |",
                "UTF-16BE | mark |",
                "UTF-16LE | |",
                "UTF-16BE | |",
                "UTF-8 | mark |",
                "ISO-8859-1 | | <?xml version='1.0' encoding=\"iso-8859-1\"?>",
                "UTF-16LE | mark | <?xml version='1.0' encoding=\"utf-16\"?>",
                "UTF-8 | | <?xml version='1.0' encoding=\"IBM037\"?>",
            })
    void readsAPolicyInTheEncodingThatItIsIn(String encoding, @Nullable String mark, @Nullable String declaration)
            throws IOException {
        String policy = (mark == null ? "" : "\uFEFF")
                + (declaration == null ? "" : declaration)
                + "<policies><inbound><base /></inbound><outbound /><!-- ä --></policies>";
        Files.write(folder.resolve("policy.xml"), policy.getBytes(Charset.forName(encoding)));

        assertThat(check(".").findings()).extracting(Finding::rule).containsExactly("base-missing");
    }

    @Test
    void readsASnapshotInTheEncodingThatItIsIn() throws IOException {
        String snapshot =
                "\uFEFF{ \"predictedResources\": [ { \"type\": \"Microsoft.Insights/components@1\", \"name\": \"i\" } ] }";
        Files.write(folder.resolve("x.snapshot.json"), snapshot.getBytes(StandardCharsets.UTF_16LE));

        assertThat(check(".").findings()).extracting(Finding::rule).containsExactly("app-insights-local-auth");
    }

    @Test
    void saysWhatIsInNoKnownEncodingInsteadOfPassingItOver() throws IOException {
        writeLatin("policy.xml", "<policies><inbound><base /></inbound><!-- ä --></policies>");
        writeLatin("template.json", "{ \"predictedResources\": [\"ä\"] }");
        writeLatin("other.xml", "<project>ä</project>");

        assertThat(read(".").unreadable())
                .extracting(UnreadableFile::toString)
                .containsExactly(
                        "policy.xml: is not valid UTF-8, its assumed encoding; save it as UTF-8",
                        "template.json: is not valid UTF-8, its assumed encoding; save it as UTF-8");
    }

    @Test
    void doesNotTakeTheAddressOfAPolicyForThePolicy() throws IOException {
        write("x.snapshot.json", """
                { "predictedResources": [
                  { "type": "Microsoft.ApiManagement/service/apis", "name": "g/a", "properties": { "protocols": ["https"] } },
                  { "type": "Microsoft.ApiManagement/service/apis/policies", "name": "g/a/policy", "properties": {
                    "format": "rawxml-link", "value": "https://example.com/policy.xml?sig=abc" } },
                  { "type": "Microsoft.ApiManagement/service/policies", "name": "g/policy", "properties": {
                    "format": "xml-link", "value": "[parameters('address')]" } } ] }
                """);

        CheckFindings report = check("x.snapshot.json");

        assertThat(report.findings()).isEmpty();
        assertThat(report.undecided())
                .flatExtracting(each -> each.rules().stream().map(Rule::id).toList())
                .contains("token-not-validated", "audience-missing", "policy-not-well-formed");
        assertThat(report.undecided())
                .extracting(UndecidedRules::because)
                .contains("only known at run time: the policy at an address")
                .noneMatch(because -> because.contains("sig="));
    }

    @Test
    void doesNotTrustWhatANestedTemplateDeploysOnACondition() throws IOException {
        write("template.json", """
                { "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                  "resources": [
                    { "type": "Microsoft.Web/sites", "name": "f", "kind": "functionapp" },
                    { "type": "Microsoft.Resources/deployments", "name": "inner", "condition": "[parameters('locked')]",
                      "properties": { "template": { "resources": [
                        { "type": "Microsoft.Web/sites/config", "name": "f/authsettingsV2", "properties": {} } ] } } },
                    { "type": "Microsoft.Web/sites/basicPublishingCredentialsPolicies", "name": "f/scm", "properties": { "allow": false },
                      "copy": { "name": "maybe", "count": "[length(parameters('kinds'))]" } },
                    { "type": "Microsoft.Web/sites/basicPublishingCredentialsPolicies", "name": "f/ftp", "properties": { "allow": false },
                      "copy": { "name": "never", "count": 0 } } ] }
                """);

        CheckFindings report = check("template.json");

        assertThat(report.undecided())
                .extracting(each -> each.rules().get(0).id() + ": " + each.because())
                .contains(
                        "easy-auth-missing: only known at run time: parameters('locked')",
                        "basic-publishing-allowed: only known at run time: length(parameters('kinds'))");
        assertThat(report.findings())
                .extracting(Finding::found)
                .contains("basic publishing by ftp is not switched off")
                .doesNotContain("basic publishing by scm is not switched off");
    }

    @Test
    void leavesToASnapshotWhatAPolicyFileOfItLeavesOpen() throws IOException {
        String policy = "<policies><inbound><base /><trace>{{name}} __REQUIREMENT__</trace></inbound></policies>";
        write("operation.xml", policy);
        write("nobodys.xml", policy.replace("trace", "message"));
        write("x.snapshot.json", """
                { "predictedResources": [
                  { "type": "Microsoft.ApiManagement/service/namedValues", "name": "g/name", "properties": {
                    "displayName": "name", "value": "x" } },
                  { "type": "Microsoft.ApiManagement/service/apis/policies", "name": "g/a/policy", "properties": { "value":
                    "<policies><inbound><base /><trace>{{name}} a == b</trace></inbound></policies>\\r\\n" } } ] }
                """);

        assertThat(check(".").undecided())
                .extracting(each -> each.place().file())
                .containsOnly("nobodys.xml");
        assertThat(check("operation.xml").undecided()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ \"a\": [ | line 1, column 9: Unexpected end-of-input: expected close marker for Array (opened in line 1, column 8)",
                "{ 'a': 1 } | line 1, column 3: Unexpected character (''' (code 39)): was expecting double-quote to start field name",
                "{ \"a\": NaN } | line 1, column 11: Non-standard token 'NaN'",
            })
    void saysInOneLineWhereAndWhyATextIsNotJson(String json, String fault) throws IOException {
        write("x.snapshot.json", json);

        assertThat(read(".").unreadable())
                .singleElement()
                .asString()
                .isEqualTo("x.snapshot.json: is not valid JSON in " + fault);
    }

    private void writeLatin(String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private CheckFindings check(String name) {
        InputReading reading = read(name);
        assertThat(reading.unreadable()).isEmpty();
        return new Checker(Rules.all()).check(reading.deployments());
    }

    private InputReading read(String... names) {
        return new Inputs(folder, new BicepCompiler(List.of())).read(List.of(names));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
