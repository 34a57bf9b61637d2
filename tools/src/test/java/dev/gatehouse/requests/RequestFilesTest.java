package dev.gatehouse.requests;

import static dev.gatehouse.fixtures.InfraFiles.all;
import static dev.gatehouse.fixtures.InfraFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.chain.demo.DemoClient;
import dev.gatehouse.chain.demo.DemoTenant;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.fixtures.SampleClients;
import dev.gatehouse.fixtures.SampleContract;
import dev.gatehouse.fixtures.Snapshots;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests that people send call what the contract has, and carry no secret. */
class RequestFilesTest {
    private static final String HTTP = text(file("gatehouse.http"));
    private static final JsonNode COLLECTION = json(file("gatehouse.postman_collection.json"));
    private static final JsonNode ENVIRONMENT = json(file("gatehouse.postman_environment.json"));
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{(\\w+)}}");

    /** Those that are deployed: the files get an operation when the snapshots do. */
    static Stream<Operation> operations() {
        Contract contract = SampleContract.read();
        String deployed = Snapshots.committed(Snapshots.MAIN).content().toString();
        return contract.operations().stream()
                .filter(operation ->
                        operation.isPublic() || deployed.contains("/operations/" + contract.name(operation) + "\""));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationIsCalledByTheHttpFile(Operation operation) {
        Pattern call = Pattern.compile("(?m)^### " + operation.function() + ":.*\\R" + call(operation) + "$");

        assertThat(HTTP).containsPattern(call);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationIsAdmittedInTheCollection(Operation operation) {
        JsonNode request = item(folder("admitted"), operation.function()).path("request");

        assertThat(request.path("method").asText() + " " + request.path("url").asText())
                .matches(call(operation));
    }

    @Test
    void everyRequestOfTheCollectionHoldsItsStatusAgainstWhatIsExpected() {
        assertThat(requests()).hasSizeGreaterThan(20).allSatisfy(item -> assertThat(
                        item.path("event").toString())
                .as(item.path("name").asText())
                .containsPattern("pm\\.response\\.to\\.have\\.status\\(\\d{3}\\)"));
    }

    @Test
    void theCollectionsVariablesAreTheEnvironmentsOrItsOwn() {
        Set<String> known = all(Pattern.compile("pm\\.variables\\.set\\('(\\w+)'"), COLLECTION.toString());
        Stream.of(COLLECTION.path("variable"), ENVIRONMENT.path("values"))
                .flatMap(RequestFilesTest::elements)
                .forEach(variable -> known.add(variable.path("key").asText()));

        assertThat(known).containsAll(all(VARIABLE, COLLECTION.path("item").toString()));
    }

    @Test
    void noVariableHasAValueAndEachSecretIsMarkedAsOne() {
        assertThat(Stream.of(COLLECTION.path("variable"), ENVIRONMENT.path("values"))
                        .flatMap(RequestFilesTest::elements))
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        variable -> assertThat(variable.path("value").asText()).isEmpty());
        assertThat(elements(ENVIRONMENT.path("values"))
                        .filter(variable -> variable.path("key").asText().matches(".*(Secret|Key)")))
                .hasSizeGreaterThan(4)
                .allSatisfy(
                        variable -> assertThat(variable.path("type").asText()).isEqualTo("secret"));
    }

    /** A JWT, 32 hexadecimal digits and more, a client secret of Entra, a key of Azure. */
    @ParameterizedTest
    @ValueSource(strings = {"eyJ", "(?i)[0-9a-f]{32}", "[\\w.-]{3}\\dQ~[\\w.~-]{31}", "[\\w+/-]{40,}={1,2}"})
    void nothingLooksLikeASecret(String form) {
        assertThat(List.of(HTTP, COLLECTION.toString(), ENVIRONMENT.toString()))
                .noneMatch(text -> Pattern.compile(form).matcher(text).find());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?im)^@\\w*(secret|key)\\b",
                "(?im)^(ocp-apim-subscription-key|x-functions-key): (?!\\{\\{|wrong|forged)"
            })
    void theHttpFileTakesKeysAndSecretsFromElsewhere(String form) {
        assertThat(Pattern.compile(form).matcher(HTTP).find()).isFalse();
    }

    /** Where they come from is {@code main.bicepparam} as the snapshots fill it, and the tenant of the demonstration. */
    @Test
    void theHttpFileHasTheLocalChainsValues() {
        assertThat(HTTP)
                .contains("@scope = "
                        + json(Path.of("infra/main.snapshot.json"))
                                .findValue("clientScope")
                                .asText())
                .contains("@otherScope = " + DemoTenant.otherAppIdUri() + "/.default")
                .contains("@clientId = " + SampleClients.READER.clientId())
                .contains("@secondClientId = " + SampleClients.PROVISIONER.clientId())
                .contains("@unlistedId = " + DemoClient.UNLISTED.clientId())
                .contains("@unassignedId = " + DemoClient.UNASSIGNED.clientId());
    }

    @Test
    void packagesComeFromWhereverTheirClientIsToldTo() {
        assertThat(text(file("package-lock.json"))).contains("\"integrity\"").doesNotContain("\"resolved\"");
    }

    /** The request as both files write it: public operations are not published at the gateway. */
    private static String call(Operation operation) {
        String door = operation.isPublic() ? "functionApp" : "gateway";
        return operation.method() + " \\{\\{" + door + "}}/" + operation.route().replaceAll("\\{\\w+}", "[^/]+");
    }

    private static JsonNode folder(String name) {
        return item(COLLECTION, name);
    }

    private static JsonNode item(JsonNode folder, String name) {
        return elements(folder.path("item"))
                .filter(item -> item.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the collection has no '" + name + "'"));
    }

    private static Stream<JsonNode> requests() {
        return elements(COLLECTION.path("item")).flatMap(folder -> elements(folder.path("item")));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(text(file));
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(file + " is no JSON", notJson);
        }
    }

    private static Path file(String name) {
        return Path.of("requests", name);
    }
}
