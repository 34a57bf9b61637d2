package dev.gatehouse.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A partly unknown policy is judged by its known parts, and undecided where the rest could matter. */
class TemplatePoliciesTest {
    private static final String CHECK = "<validate-azure-ad-token tenant-id=\"7d3a1f52-6c0b-4d7e-9a55-1c2b3d4e5f60\">"
            + "<client-application-ids><application-id>5e9f6ad0-4c5c-4a4a-93a0-4f6f7a5a51a1</application-id></client-application-ids>"
            + "<audiences><audience>api://orders</audience></audiences></validate-azure-ad-token>";
    private static final String CORS =
            "<cors allow-credentials=\"true\"><allowed-origins><origin>*</origin></allowed-origins></cors>";

    @TempDir
    Path folder;

    /** The API's policy as an expression, what is found, and what of it is left open. */
    static Stream<Arguments> policies() {
        String open = "api-open-to-everybody";
        return Stream.of(
                arguments(policy(CHECK), List.of(), List.of()),
                arguments(policy(""), List.of(open), List.of()),
                arguments("replace(" + policy("__CHECK__") + ", '__CHECK__', '" + CHECK + "')", List.of(), List.of()),
                arguments(policy("__CHECK__"), List.of("placeholder-unfilled", open), List.of()),
                arguments(
                        "replace(" + policy("__CHECK__") + ", '__CHECK__', if(parameters('on'), '" + CHECK + "', ''))",
                        List.of(),
                        List.of(open)),
                arguments(
                        "replace(" + policy("__CORS__") + ", '__CORS__', if(parameters('on'), '" + CHECK + CORS + "', '"
                                + CORS + CHECK + "'))",
                        List.of("cors-any-origin"),
                        List.of("cors-after-authentication")),
                arguments(
                        "replace(" + policy(CHECK)
                                + ", '7d3a1f52-6c0b-4d7e-9a55-1c2b3d4e5f60', toLower(if(parameters('on'), 'COMMON', 'contoso.com')))",
                        List.of(),
                        List.of("any-tenant")),
                arguments(
                        "replace(" + policy(CORS + "__CHECK__") + ", '__CHECK__', parameters('steps'))",
                        List.of("cors-any-origin"),
                        List.of(open)),
                arguments(
                        "replace(" + policy(CHECK.replace("<audience>api://orders</audience>", "__AUDIENCES__"))
                                + ", '__AUDIENCES__', parameters('audiences'))",
                        List.of(),
                        List.of("audience-missing")),
                arguments(
                        "replace(" + policy(CHECK.replace("api://orders", "__AUDIENCE__"))
                                + ", '__AUDIENCE__', parameters('audience'))",
                        List.of(),
                        List.of()),
                arguments("parameters('policy')", List.of(), List.of(open, "policy-not-well-formed")),
                arguments(
                        "whatAzureMayHave('<policies><inbound>', '" + CHECK + "', '__X__ {{y}}')",
                        List.of(),
                        List.of(open)));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void isJudgedByWhatIsKnown(String policy, List<String> found, List<String> open) throws IOException {
        CheckFindings report = check(api() + ", "
                + resource(
                        "policies",
                        "a/policy",
                        "\"format\": \"rawxml\", \"value\": \"[" + policy.replace("\"", "\\\"") + "]\"",
                        ""));

        assertThat(report.findings()).extracting(Finding::rule).containsExactlyInAnyOrderElementsOf(found);
        assertThat(undecided(report)).containsAll(open);
        if (policy.contains("if(")) {
            assertThat(undecided(report)).containsExactlyInAnyOrderElementsOf(open);
        }
    }

    @Test
    void anOperationIsOpenWhenItsPolicyHangsOnAnotherCondition() throws IOException {
        String policy = "\"value\": \"[" + policy(CHECK).replace("\"", "\\\"") + "]\"";
        String operation = api() + ", " + resource("operations", "a/o", "\"method\": \"GET\"", "[parameters('on')]");

        assertThat(undecided(check(operation + ", "
                        + resource("operations/policies", "a/o/policy", policy, "[parameters('on')]"))))
                .doesNotContain("api-open-to-everybody");
        assertThat(undecided(check(operation + ", "
                        + resource("operations/policies", "a/o/policy", policy, "[parameters('off')]"))))
                .contains("api-open-to-everybody");
    }

    @Test
    void aLoopThatIsNotKnownIsNoOneOperation() throws IOException {
        CheckFindings report = ProjectFolder.in(folder, false)
                .check(
                        "x.json",
                        template(api().replace("\"path\": \"a\"", "\"path\": \"gatehouse-accounts\"") + ", " + """
                { "type": "Microsoft.ApiManagement/service/apis/operations", "name": "[format('g/a/{0}', copyIndex())]",
                  "copy": { "name": "all", "count": "[length(parameters('operations'))]" },
                  "properties": { "method": "GET", "urlTemplate": "[parameters('operations')[copyIndex()].path]" } }
                """));

        assertThat(report.findings()).extracting(Finding::rule).doesNotContain("operations-differ-from-contract");
        assertThat(undecided(report)).contains("operations-differ-from-contract");
    }

    @Test
    void namedValuesOfALoopThatIsNotKnownMayBeThoseThatAreMissing() throws IOException {
        CheckFindings report = check(api() + ", "
                + resource(
                        "policies",
                        "a/policy",
                        "\"value\": \"["
                                + policy(CHECK.replace("api://orders", "{{audience}}"))
                                        .replace("\"", "\\\"") + "]\"",
                        "")
                + ", " + """
                { "type": "Microsoft.ApiManagement/service/namedValues", "name": "[format('g/{0}', parameters('n')[copyIndex()])]",
                  "copy": { "name": "all", "count": "[length(parameters('n'))]" }, "properties": {
                    "displayName": "[parameters('n')[copyIndex()]]", "value": "x" } }
                """);

        assertThat(report.findings()).isEmpty();
        assertThat(undecided(report)).contains("placeholder-unfilled");
    }

    private static List<String> undecided(CheckFindings report) {
        return report.undecided().stream()
                .flatMap(each -> each.rules().stream())
                .map(Rule::id)
                .toList();
    }

    private CheckFindings check(String resources) throws IOException {
        return new ProjectFolder(folder).check("x.json", template(resources));
    }

    private static String template(String resources) {
        return "{ \"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\","
                + " \"resources\": [" + resources + "] }";
    }

    private static String api() {
        return "{ \"type\": \"Microsoft.ApiManagement/service/apis\", \"name\": \"g/a\", \"properties\": { \"path\": \"a\","
                + " \"protocols\": [\"https\"], \"subscriptionRequired\": false } }";
    }

    private static String resource(String type, String name, String properties, String condition) {
        return "{ \"type\": \"Microsoft.ApiManagement/service/apis/" + type + "\", \"name\": \"g/" + name + "\", "
                + (condition.isEmpty() ? "" : "\"condition\": \"" + condition + "\", ") + "\"properties\": { "
                + properties
                + " } }";
    }

    /** A document with something in inbound, as an expression. */
    private static String policy(String inbound) {
        return "'<policies><inbound><base />" + inbound
                + "</inbound><backend><base /></backend><outbound><base /></outbound>"
                + "<on-error><base /></on-error></policies>'";
    }
}
