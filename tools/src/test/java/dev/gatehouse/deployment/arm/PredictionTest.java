package dev.gatehouse.deployment.arm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A module with a parameter that is given, one that has a default, one that may be null and one that is not known. */
    private static final String MODULE = """
            { "resources": { "module": {
                "type": "Microsoft.Resources/deployments", "name": "inner", "properties": {
                  "expressionEvaluationOptions": { "scope": "inner" },
                  "parameters": { "given": { "value": "B" }, "part": { "value": "[format('a/{0}', parameters('outer'))]" },
                    "chosen": "[if(parameters('outer'), createObject('value', 'one'), createObject('value', 'two'))]" },
                  "template": {
                    "parameters": { "given": { "type": "string" }, "later": { "type": "secureString" }, "part": {}, "chosen": {},
                      "usual": { "defaultValue": "[format('{0}!', parameters('given'))]" }, "none": { "nullable": true } },
                    "variables": {
                      "host": "example.com", "all": { "list": [ "a", "b" ] }, "itself": "[variables('itself')]",
                      "policy": "<inbound>__X__</inbound>",
                      "copy": [ { "name": "squares", "count": 3, "input": "[mul(copyIndex('squares'), copyIndex('squares'))]" } ] },
                    "functions": [ { "namespace": "__bicep", "members": {
                      "twice": { "parameters": [ { "name": "text", "type": "string" } ],
                        "output": { "type": "string", "value": "[concat(parameters('text'), parameters('text'))]" } },
                      "fourTimes": { "parameters": [ { "name": "text", "type": "string" } ],
                        "output": { "type": "string", "value": "[__bicep.twice(__bicep.twice(parameters('text')))]" } },
                      "forEver": { "parameters": [], "output": { "type": "string", "value": "[__bicep.forEver()]" } } } } ],
                    "resources": { "site": { "type": "Microsoft.Web/sites", "name": "s" } },
                    "outputs": { "value": { "type": "string", "value": "EXPRESSION" } } } } } },
              "outputs": { "passed": { "type": "string", "value": "[reference('module').outputs.value.value]" } } }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[variables('HOST')] | example.com",
                "[variables('all').list[1]] | b",
                "[format('https://{0}/{1}', variables('host'), 7)] | https://example.com/7",
                "[concat('a', parameters('given'), 'c')] | aBc",
                "[parameters('usual')] | B!",
                "[string(equals(parameters('none'), null()))] | true",
                "[string(variables('squares'))] | [0,1,4]",
                "[__bicep.fourTimes('a')] | aaaa",
                "[parameters('later')] | [parameters('later')]",
                "[parameters('part')] | a/[parameters('outer')]",
                "[parameters('chosen')] | [if(parameters('outer'), 'one', 'two')]",
                "[__bicep.twice(parameters('later'))] | [parameters('later')][parameters('later')]",
                "[__bicep.forEver()] | [__bicep.forEver()]",
                "[format('{0}/v2.0', environment().authentication.loginEndpoint)] | [environment().authentication.loginEndpoint]/v2.0",
                "[reference('site').hostNames[0]] | [reference('module::site').hostNames[0]]",
                "[variables('itself')] | [variables('itself')]",
                "[variables('missing')] | [variables('missing')]",
                "[not an expression] | [not an expression]",
                "[format('{0}', createArray('a'))] | [format('{0}', createArray('a'))]",
                "[replace(variables('policy'), '__X__', parameters('later'))] | <inbound>[parameters('later')]</inbound>",
                "[replace(parameters('later'), 'a', 'b')] | [replace(parameters('later'), 'a', 'b')]",
                "[toLower(format('A{0}', parameters('later')))] | [toLower('A[parameters(''later'')]')]",
                "[split(parameters('part'), '/')[0]] | [split('a/[parameters(''outer'')]', '/')[0]]",
                "[join(parameters('later'), ',')] | [join(parameters('later'), ',')]",
                "[concat(createArray('a'), parameters('later'))[0]] | [concat(createArray('a'), parameters('later'))[0]]",
                "[string(equals(createArray(parameters('later')), 'a'))] | false",
                "[equals(parameters('later'), 'a')] | [equals(parameters('later'), 'a')]",
                "[if(parameters('later'), 'a', 'b')] | [if(parameters('later'), 'a', 'b')]",
                "[if(parameters('later'), 'a', 'a')] | a",
                "[if(parameters('later'), 'a', fail('no'))] | a",
                "[if(parameters('later'), createObject('x', 'a', 'y', 'b'), createObject('x', 'a', 'y', 'c')).x] | a",
                "[if(not(parameters('later')), true(), false())] | [not(parameters('later'))]",
                "[if(false(), parameters('later'), 'b')] | b",
                "[string(and(parameters('later'), false()))] | false",
                "[or(parameters('later'), false())] | [or(parameters('later'), false)]",
                "[string(length(createArray(parameters('later'))))] | 1",
                "[string(empty(parameters('part')))] | false",
                "[string(contains(createArray(parameters('later'), 'a'), 'a'))] | true",
                "[contains(createArray(parameters('later')), 'a')] | [contains(createArray(parameters('later')), 'a')]",
                "[createObject('a', parameters('later'), 'b', 'c').B] | c",
                "[map(createArray(parameters('later')), lambda('x', format('{0}!', lambdaVariables('x'))))[0]] | [parameters('later')]!",
                "[variables('all')[parameters('later')]] | [variables('all')[parameters('later')]]",
                "[resourceId('A.B/c', 'x')] | [resourceGroup().id]/providers/A.B/c/x",
                "[whatAzureMayHave(1)] | [whatAzureMayHave(1)]",
                "[format('{0:N}', 7)] | [format('{0:N}', 7)]",
                "[f('a',)] | [f('a',)]",
            })
    void evaluatesWhatIsKnownAndMarksTheRest(String written, String expected) throws IOException {
        Prediction prediction =
                Prediction.of(JSON.readTree(MODULE.replace("EXPRESSION", written.replace("\"", "\\\""))));

        assertThat(new PartialText(prediction.outputs().path("inner/value").asText()).shown())
                .isEqualTo(expected);
        assertThat(new PartialText(prediction.outputs().path("passed").asText()).shown())
                .isEqualTo(expected);
    }

    @Test
    void knowsNothingOfAPropertyWhoseLoopIsNotKnown() throws IOException {
        JsonNode written =
                JSON.readTree("{\"copy\": [{\"name\": \"paths\", \"count\": \"[parameters('n')]\", \"input\": 1}]}");

        assertThat(new PartialText(Evaluation.beforeDeployment()
                                .of(written)
                                .path("paths")
                                .asText())
                        .unknown())
                .contains("copy of parameters('n')");
    }

    @Test
    void takesNoDefaultOfTheOutermostTemplateForAValue() throws IOException {
        Prediction prediction = Prediction.of(JSON.readTree("""
                { "parameters": { "tls": { "defaultValue": "1.2" } }, "outputs": { "tls": { "value": "[parameters('tls')]" } } }
                """));

        assertThat(new PartialText(prediction.outputs().path("tls").asText()).unknown())
                .contains("parameters('tls')");
    }

    /** Resources by type and name, and what decides whether they are deployed. */
    @Test
    void predictsEachRoundOfALoopAndLeavesOutWhatIsNotDeployed() throws IOException {
        Prediction prediction = Prediction.of(JSON.readTree("""
                { "variables": { "names": [ "x", "y" ] }, "resources": [
                  { "type": "A.B/c", "name": "[format('{0}/{1}', parameters('p'), variables('names')[copyIndex()])]",
                    "copy": { "name": "loop", "count": "[length(variables('names'))]" },
                    "properties": { "index": "[copyIndex('loop', 1)]", "copy": [
                      { "name": "all", "count": 2, "input": "[format('{0}{1}', copyIndex(), copyIndex('all'))]" } ] },
                    "resources": [ { "type": "d", "name": "[format('z{0}', copyIndex())]" } ] },
                  { "type": "A.B/open", "name": "n", "copy": { "name": "open", "count": "[parameters('n')]" },
                    "properties": { "index": "[copyIndex()]" } },
                  { "type": "A.B/perhaps", "name": "[split(format('{0}/a', parameters('p')), '/')[1]]", "condition": "[parameters('on')]" },
                  { "type": "A.B/never", "name": "n", "condition": "[not(true())]" },
                  { "type": "A.B/none", "name": "n", "copy": { "name": "none", "count": 0 } },
                  { "type": "A.B/there", "name": "n", "existing": true } ] }
                """));

        assertThat(prediction.resources())
                .extracting(each -> each.type() + " " + new PartialText(each.name()).shown()
                        + each.condition().map(on -> " if " + on).orElse(""))
                .containsExactly(
                        "A.B/c [parameters('p')]/x",
                        "A.B/c/d [parameters('p')]/x/z0",
                        "A.B/c [parameters('p')]/y",
                        "A.B/c/d [parameters('p')]/y/z1",
                        "A.B/open n if parameters('n')",
                        "A.B/perhaps a if parameters('on')");
        assertThat(prediction.resources().get(2).body().path("properties").toString())
                .isEqualTo("{\"index\":2,\"all\":[\"10\",\"11\"]}");
        assertThat(new PartialText(prediction
                                .resources()
                                .get(4)
                                .body()
                                .at("/properties/index")
                                .asText())
                        .unknown())
                .contains("copyIndex('open')");
    }

    /** As they were made before symbolic names, and as Bicep makes them of modules in loops. */
    @Test
    void takesTheOutputsOfDeploymentsForTheInputsOfOthers() throws IOException {
        String inner =
                "\"properties\": { \"expressionEvaluationOptions\": { \"scope\": \"inner\" }, \"parameters\": { \"i\": {"
                        + " \"value\": \"[copyIndex()]\" } }, \"template\": { \"parameters\": { \"i\": {} }, \"outputs\": { \"o\": {"
                        + " \"value\": \"[format('v{0}', parameters('i'))]\" } } } }";
        Prediction symbolic = Prediction.of(JSON.readTree("""
                { "resources": { "m": { "type": "Microsoft.Resources/deployments", "name": "[format('m-{0}', copyIndex())]",
                    "copy": { "name": "m", "count": 2 }, INNER } },
                  "outputs": {
                    "one": { "value": "[reference(format('m[{0}]', 1)).outputs.o.value]" },
                    "all": { "copy": { "count": 2, "input": "[reference(format('m[{0}]', copyIndex())).outputs.o.value]" } },
                    "both": { "value": "[map(references('m'), lambda('m', lambdaVariables('m').outputs.o.value))]" } } }
                """.replace("INNER", inner)));
        Prediction named = Prediction.of(JSON.readTree("""
                { "resources": [ { "type": "Microsoft.Resources/deployments", "name": "[format('m-{0}', deployment().name)]",
                    INNER } ],
                  "outputs": { "one": { "value":
                    "[reference(resourceId('Microsoft.Resources/deployments', format('m-{0}', deployment().name)), '1').outputs.o.value]" } } }
                """.replace("INNER", inner.replace("[copyIndex()]", "1"))));

        assertThat(symbolic.outputs().toString())
                .contains("\"one\":\"v1\"", "\"all\":[\"v0\",\"v1\"]", "\"both\":[\"v0\",\"v1\"]");
        assertThat(named.outputs().path("one").asText()).isEqualTo("v1");
    }

    @Test
    void endsAtTemplatesThatAreMeantNotToEnd() throws IOException {
        String doubling = IntStream.rangeClosed(1, 60)
                .mapToObj(n ->
                        ("\"vN\": \"[createArray(variables('vM'), variables('vM'))]\", \"wN\": [\"[variables('wM')]\"],"
                                        + " \"xN\": \"[map(range(0, 10000), lambda('i', variables('xM')))]\"")
                                .replace("N", "" + n)
                                .replace("M", "" + (n - 1)))
                .collect(Collectors.joining(", "));
        String chain = IntStream.rangeClosed(1, 5000)
                .mapToObj(n -> "\"c" + n + "\": \"[variables('c" + (n - 1) + "')]\"")
                .collect(Collectors.joining(", "));
        String deep = IntStream.rangeClosed(1, 400)
                .mapToObj(n ->
                        "\"d" + n + "\": " + "[".repeat(400) + "\"[variables('d" + (n - 1) + "')]\"" + "]".repeat(400))
                .collect(Collectors.joining(", "));
        Prediction prediction =
                Prediction.of(JSON.readTree("{ \"variables\": { " + deep + ", \"v0\": 1, \"w0\": 1, \"x0\": 1, "
                        + doubling
                        + ", " + chain
                        + " }, \"outputs\": { \"d\": { \"value\": \"[variables('d400')]\" }, \"v\": { \"value\": \"[variables('v60')]\" }, \"x\": { \"value\":"
                        + " \"[variables('x60')]\" }, \"c\": { \"value\": \"[variables('c5000')]\" }, \"w\": { \"value\":"
                        + " \"[variables('w60')]\" }, \"long\": { \"value\":"
                        + " \"[replace(join(range(0, 10000), ' '), ' ', join(range(0, 10000), ' '))]\" } } }"));

        assertThat(prediction.outputs()).hasSize(6);
        assertThat(new PartialText(prediction.outputs().path("long").asText()).isKnown())
                .isFalse();
        assertThat(new PartialText(prediction.outputs().path("c").asText()).isKnown())
                .isFalse();
    }

    @Test
    void keepsWhatIsKnownOfATextAtBothEnds() {
        PartialText text = new PartialText("https://" + PartialText.unknown("a").marked() + "/middle/"
                + PartialText.unknown("b").marked() + "/v2.0");

        assertThat(text.prefix()).isEqualTo("https://");
        assertThat(text.suffix()).isEqualTo("/v2.0");
        assertThat(text.unknown()).contains("a");
        assertThat(text.shown()).isEqualTo("https://[a]/middle/[b]/v2.0");
    }

    /** A reader of XML, names or addresses finds nothing in it. */
    @Test
    void hidesAnExpressionFromReadersOfTheTextAroundIt() {
        String expression = "replace('<a b=\"c\">/{{name}}__X__‹›', Text.unknown('d'))";

        assertThat(PartialText.unknown(expression).marked()).doesNotContainPattern("[\\x00-\\x7F]");
        assertThat(PartialText.unknown(expression).unknown()).contains(expression);
    }
}
