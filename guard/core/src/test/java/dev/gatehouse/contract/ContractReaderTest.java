package dev.gatehouse.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractReaderTest {
    /** Valid; each case changes it in one place. */
    private static final String SOUND = """
            { "$schema": "security.schema.json", "api": "things", "tokenVersions": ["2.0"],
              "roles": [ { "value": "Things.Read", "description": "Read", "allowedMemberTypes": ["Application"] },
                         { "value": "Things.Both", "description": "Both", "allowedMemberTypes": ["Application", "User"] } ],
              "scopes": [ { "value": "things.read", "description": "Read" } ],
              "onward": [ { "resource": "https://graph.example", "clientId": "00000003-0000-0000-c000-000000000000", "scopes": ["User.Read"] },
                          { "resource": "api://stock/v1", "clientId": "0a000000-0000-0000-0000-00000000000b", "scopes": ["Stock.Read", "Stock.Order"] } ],
              "operations": [
                { "function": "list", "method": "GET", "route": "things", "roles": ["Things.Read", "Things.Both"], "scopes": ["things.read"] },
                { "function": "read", "method": "GET", "route": "things/{id}", "roles": ["Things.Read"] },
                { "function": "health", "method": "GET", "route": "health", "public": true } ] }
            """;

    @Test
    void keepsWhatIsRetiredApart() {
        Contract contract = ((ContractResult.Valid)
                        read(
                                SOUND.replace(
                                        "\"roles\": [ {",
                                        "\"roles\": [ { \"value\": \"Old\", \"description\": \"Before\", \"retired\": true, \"allowedMemberTypes\": [\"User\"] }, {")))
                .contract();

        assertThat(contract.roles()).extracting(Contract.Role::value).containsExactly("Things.Read", "Things.Both");
        assertThat(contract.retired().roles()).extracting(Contract.Role::value).containsExactly("Old");
        assertThat(contract.retired().scopes()).isEmpty();
    }

    @Test
    void readsASoundContract() {
        Contract contract = ((ContractResult.Valid) read(SOUND)).contract();

        assertThat(contract.api()).isEqualTo("things");
        assertThat(contract.operation("list")).hasValueSatisfying(list -> assertThat(list.requirement())
                .contains(new Requirement(
                        List.of("Things.Read", "Things.Both"), List.of("Things.Both"), List.of("things.read"))));
        assertThat(contract.operation("health"))
                .hasValueSatisfying(health -> assertThat(health.isPublic()).isTrue());
        assertThat(contract.operation("List")).isEmpty();
        assertThat(contract.onward())
                .containsExactly(
                        new Contract.OnwardApi(
                                "https://graph.example", "00000003-0000-0000-c000-000000000000", List.of("User.Read")),
                        new Contract.OnwardApi(
                                "api://stock/v1",
                                "0a000000-0000-0000-0000-00000000000b",
                                List.of("Stock.Read", "Stock.Order")));
    }

    @Test
    void anAppNeedNotCallOnward() throws IOException {
        String contract = SOUND.replaceFirst("(?s)\"onward\".*?\\] } \\],", "");

        assertThat(contract).doesNotContain("onward");
        assertThat(((ContractResult.Valid) read(contract)).contract().onward()).isEmpty();
        assertThat(schema().validate(new ObjectMapper().readTree(contract))).isEmpty();
    }

    /** On the worker, the app cannot choose the order of jars. */
    @Test
    void refusesToChooseBetweenContractsThatDiffer(@TempDir Path folder) throws IOException {
        String other = SOUND.replace("\"api\": \"things\"", "\"api\": \"others\"");

        assertThat(ContractReader.readOwn(jars(folder, SOUND, SOUND))).isInstanceOf(ContractResult.Valid.class);
        assertThat(ContractReader.readOwn(jars(folder, SOUND, other)))
                .asString()
                .contains("is in several jars, and differs");
        assertThat(ContractReader.readOwn(jars(folder))).asString().contains("is not in the jar");
    }

    private static ClassLoader jars(Path folder, String... contracts) throws IOException {
        URL[] urls = new URL[contracts.length];
        for (int i = 0; i < contracts.length; i++) {
            Path jar = folder.resolve("jar" + i);
            Files.createDirectories(jar.resolve("contract"));
            Files.writeString(jar.resolve("contract/security.json"), contracts[i]);
            urls[i] = jar.toUri().toURL();
        }
        return new URLClassLoader(urls, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"things/{thing-id}", "things/{id:int}", "things/{id?}", "things/{*rest}", "things/{**rest}"})
    void takesTheHostsRoutes(String route) throws IOException {
        String contract = SOUND.replace("things/{id}", route);

        assertThat(read(contract)).isInstanceOf(ContractResult.Valid.class);
        assertThat(schema().validate(new ObjectMapper().readTree(contract))).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"api\": \"things\" | \"api\": \"things\", \"extra\": 1 | /extra: is not known here",
                "\"api\": \"things\" | \"api\": \"Things of mine\" | /api: must be",
                "\"api\": \"things\", | `` | /api: is required",
                "[\"2.0\"] | [] | /tokenVersions: must not be empty",
                "[\"2.0\"] | [\"3.0\"] | /tokenVersions/0: must be",
                "[\"2.0\"] | \"2.0\" | /tokenVersions: must be a list",
                "[\"2.0\"] | [\"2.0\", \"2.0\"] | /tokenVersions/1: is listed twice",
                "Things.Both\", \"desc | Things.Read\", \"desc | /roles/1/value: is already",
                "\"Read\", \"allowedMemberTypes\": [\"Application\"] | \"Read\" | /roles/0/allowedMemberTypes: is required",
                "\"Read\", \"allowedMemberTypes\": [\"Application\"] | \"Read\", \"allowedMemberTypes\": [\"Robot\"] | /roles/0/allowedMemberTypes/0: must be",
                "\"things.read\", \"desc | \"things read\", \"desc | /scopes/0/value: must be",
                "\"roles\": [\"Things.Read\"] } | \"roles\": [\"Things.Raed\"] } | /operations/1/roles/0: Things.Raed is not declared",
                "\"scopes\": [\"things.read\"] } | \"scopes\": [\"things.write\"] } | /operations/0/scopes/0: things.write is not declared",
                "\"description\": \"Both\", | \"description\": \"Both\", \"retired\": true, | /operations/0/roles/1: Things.Both is retired",
                "\"things.read\", \"desc | \"things.read\", \"retired\": true, \"desc | /operations/0/scopes/0: things.read is retired",
                "\"description\": \"Both\", | \"description\": \"Both\", \"retired\": false, | /roles/1/retired: ",
                "\"function\": \"read\" | \"function\": \"List\" | /operations/1/function: is List, and another",
                "\"things/{id}\" | \"Things\" | /operations/1/route: is already at /operations/0",
                "\"route\": \"health\" | \"route\": \"things/{name}\" | /operations/2/route: is already at /operations/1",
                "\"things/{id}\" | \"/things/{id}\" | /operations/1/route: must be",
                "\"things/{id}\" | \"things/../{id}/\" | /operations/1/route: must be",
                "\"things/{id}\" | \"things/{id}/{id}\" | /operations/1/route: has a parameter twice",
                "\"things/{id}\" | \".things\" | /operations/1/route: must be",
                "\"function\": \"read\" | \"function\": \"readLib\" | /operations/1/function: must be",
                "\"method\": \"GET\", \"route\": \"health\" | \"method\": \"get\", \"route\": \"health\" | /operations/2/method: must be",
                ", \"public\": true | `` | /operations/2: needs roles or scopes",
                "\"public\": true | \"public\": false | /operations/2/public: must be true, or left out",
                "\"public\": true | \"public\": \"true\" | /operations/2/public: must be true, or left out",
                "\"public\": true | \"public\": true, \"roles\": [\"Things.Read\"] | /operations/2: is public and has roles",
                "\"roles\": [\"Things.Read\"] } | \"roles\": [] } | /operations/1: needs roles or scopes",
                "\"Read\", \"allowedMemberTypes\": [\"Application\"] | \"Read\", \"allowedMemberTypes\": [\"User\"] | /operations/1/roles: admits no caller: expected a role that applications can hold, or scopes beside roles of users, found only Things.Read; add \"scopes\", or \"Application\" to a role's allowedMemberTypes",
                "https://graph.example | https://graph.example/ | /onward/0/resource: must be an App ID URI",
                "https://graph.example | http://graph.example | /onward/0/resource: must be an App ID URI",
                "https://graph.example | api://stock/v1 | /onward/1/resource: is already at /onward/0",
                "0a000000-0000-0000-0000-00000000000b | 00000003-0000-0000-c000-000000000000 | /onward/1/clientId: is already at /onward/0",
                "0a000000-0000-0000-0000-00000000000b | 0A000000-0000-0000-0000-00000000000B | /onward/1/clientId: must be a client id",
                "0a000000-0000-0000-0000-00000000000b | 00000000-0000-0000-0000-000000000000 | /onward/1/clientId: must be a client id",
                "[\"User.Read\"] | [] | /onward/0/scopes: must not be empty",
                "[\"User.Read\"] | [\"User Read\"] | /onward/0/scopes/0: must be a value",
                "\"Stock.Read\", \"Stock.Order\" | \"Stock.Read\", \"Stock.Read\" | /onward/1/scopes/1: is listed twice",
                ", \"scopes\": [\"User.Read\"] | `` | /onward/0/scopes: is required",
                "{ \"function\": \"health\" | { \"f~u/n\": 1, \"function\": \"health\" | /operations/2/f~0u~1n: is not known here",
            })
    void refusesAndNamesThePlace(String what, String by, String expected) {
        String changed = SOUND.replace(what, by);
        assertThat(changed).isNotEqualTo(SOUND);

        assertThat(faults(changed))
                .anySatisfy(fault -> assertThat(fault.toString()).startsWith(expected));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"\"roles\": [\"Things.Both\"]", "\"roles\": [\"Things.Read\"], \"scopes\": [\"things.read\"]"})
    void takesRolesOfUsersWhereAnAppCanHoldOneOrAScopeIsListed(String needed) {
        String ofUsers = SOUND.replace(
                "\"Read\", \"allowedMemberTypes\": [\"Application\"]", "\"Read\", \"allowedMemberTypes\": [\"User\"]");

        assertThat(read(ofUsers.replace("\"roles\": [\"Things.Read\"]", needed)))
                .isInstanceOf(ContractResult.Valid.class);
    }

    @Test
    void namesWhatADraftLeavesOpen() throws IOException {
        String draft = SOUND.replace("Things.Read", "TODO").replace("\"Read\"", "\"TODO\"");

        assertThat(faults(draft))
                .extracting(ContractError::toString)
                .containsExactly(
                        "/roles/0/value: is the draft's placeholder TODO; replace it with a value of letters, digits, dots, hyphens and underscores",
                        "/roles/0/description: is the draft's placeholder TODO; replace it with a description",
                        "/scopes/0/description: is the draft's placeholder TODO; replace it with a description",
                        "/operations/0/roles/0: is the draft's placeholder TODO; replace it with the role that callers of GET list need",
                        "/operations/1/roles/0: is the draft's placeholder TODO; replace it with the role that callers of GET read need");
        assertThat(schema().validate(new ObjectMapper().readTree(draft))).hasSize(5);
    }

    @Test
    void takesAFunctionAndARouteOfThePlaceholdersName() throws IOException {
        String contract = SOUND.replace("\"function\": \"read\"", "\"function\": \"TODO\"")
                .replace("things/{id}", "TODO");

        assertThat(read(contract)).isInstanceOf(ContractResult.Valid.class);
        assertThat(schema().validate(new ObjectMapper().readTree(contract))).isEmpty();
    }

    @Test
    void namesARoleThatIsNotDeclaredOnlyOnce() {
        assertThat(faults(SOUND.replace("\"roles\": [\"Things.Read\"]", "\"roles\": [\"Things.Raed\"]")))
                .extracting(ContractError::place)
                .containsExactly("/operations/1/roles/0");
    }

    @Test
    void listsEveryFaultAtOnce() {
        String changed = SOUND.replace("\"api\": \"things\"", "\"api\": 7")
                .replace("things/{id}", "")
                .replace("\"public\": true", "\"pubic\": true");

        assertThat(faults(changed))
                .extracting(ContractError::place)
                .contains("/api", "/operations/1/route", "/operations/2/pubic", "/operations/2");
    }

    @ParameterizedTest
    @MethodSource
    void reportsLineAndColumnOfInvalidJson(String text, String place) {
        assertThat(faults(text)).extracting(ContractError::place).containsExactly(place);
    }

    static Stream<Arguments> reportsLineAndColumnOfInvalidJson() {
        return Stream.of(
                Arguments.of("{ \"api\": }", "line 1, column 10"),
                Arguments.of("{ \"api\": \"a\",\n \"api\": \"b\" }", "line 2, column 7"),
                Arguments.of("{ } { }", "line 1, column 5"),
                Arguments.of("[".repeat(3_000) + "]".repeat(3_000), ""));
    }

    @ParameterizedTest
    @CsvSource({"[]", "7", "null", "''"})
    void refusesWhatIsNoObject(String text) {
        assertThat(faults(text)).extracting(ContractError::toString).containsExactly("the document: must be an object");
    }

    @Test
    void theProjectsOwnContractIsSoundForReaderAndSchema() throws IOException {
        byte[] own = Files.readAllBytes(Path.of("contract/security.json"));

        assertThat(ContractReader.read(own)).isInstanceOf(ContractResult.Valid.class);
        assertThat(schema().validate(new ObjectMapper().readTree(own))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"api\": \"things\" | \"api\": \"things\", \"extra\": 1",
                "[\"2.0\"] | []",
                "\"things/{id}\" | \"/things/{id}\"",
                ", \"public\": true | ``",
                "\"public\": true | \"public\": false",
                "\"public\": true | \"public\": true, \"roles\": [\"Things.Read\"]",
                "\"roles\": [\"Things.Read\"] } | \"roles\": [] }",
                "[\"Application\", \"User\"] | [\"Robot\"]",
                "https://graph.example | https://graph.example/",
                "0a000000-0000-0000-0000-00000000000b | 0A000000-0000-0000-0000-00000000000B",
                "0a000000-0000-0000-0000-00000000000b | 00000000-0000-0000-0000-000000000000",
                "[\"User.Read\"] | []",
                ", \"scopes\": [\"User.Read\"] | ``",
            })
    void theSchemaRefusesWhatTheReaderRefuses(String what, String by) throws IOException {
        JsonNode changed = new ObjectMapper().readTree(SOUND.replace(what, by));

        assertThat(schema().validate(new ObjectMapper().readTree(SOUND))).isEmpty();
        assertThat(schema().validate(changed)).isNotEmpty();
        assertThat(read(changed.toString())).isInstanceOf(ContractResult.Faulty.class);
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("contract/security.schema.json")));
    }

    private static List<ContractError> faults(String text) {
        return ((ContractResult.Faulty) read(text)).faults();
    }

    private static ContractResult read(String text) {
        return ContractReader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
