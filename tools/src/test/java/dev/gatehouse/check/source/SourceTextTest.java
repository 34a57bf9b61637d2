package dev.gatehouse.check.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.deployment.Location;
import dev.gatehouse.xml.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pointer into what is deployed leads to the line and column that a person wrote. */
class SourceTextTest {
    private static final String JSON = """
            {
              "resources": [
                { "type": "a", "properties": { "open": true, "list": [1,
                    2] } }, // "properties": { "not this": 1 }
                { "properties": { "value": "<p>\\n  <q a=\\"1\\" \\u00e4='x'><r/></q>\\r\\n</p>", "made": "[concat('<p>')]" } }
              ]
            }
            """;

    private static final String MAIN = """
            // resource fake 'X/y@1' = { }
            param name string = 'a ${toUpper('b {')} c'

            module part './parts/part.bicep' = if (true) {
              name: 'part'
              params: { x: { y: 'resource z \\'X/y@1\\' = {' } }
            }
            module far 'br:registry/far:1' = { name: 'far' }

            @description('''
            resource fake 'X/y@1' = {
            ''')
            resource known 'X/y@1' existing = { name: 'k' }
            resource site 'X/sites@1' = [for (each, at) in range(0, 2): {
              name: '${name}-${each}'
              properties: {
                'quoted-name': { inner: true }
                list: [
                  'one'
                  { two: 2 }
                ]
              }
              resource config 'config@1' = {
                name: 'web'
                properties: { open: true }
              }
            }]
            output key string = site[0].id
            """;

    private static final String PART = """
            param x object

            resource app 'X/apps@1' = { name: 'a', properties: { open: true } }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "/resources/0, 3:5",
        "/resources/0/properties/open, 3:36",
        "/resources/0/properties/list/1, 4:9",
        "/resources/0/properties/missing/deeper, 3:20",
        "/resources/1, 5:5",
        "/resources/1/properties/value, 5:23",
        "'', 1:1",
    })
    void findsAValueInJson(String pointer, String position) {
        assertThat(new JsonSource("x.json", JSON).spot(at(pointer))).hasToString("x.json:" + position);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, <p>",
        "2, 3, <q a",
        "2, 9, 1",
        "2, 12, \\u00e4=",
        "2, 18, <r/>",
        "3, 1, </p>",
    })
    void findsAPositionOfAPolicyInTheStringThatContainsIt(int line, int column, String text) {
        Spot spot = new JsonSource("x.json", JSON)
                .spot(at("/resources/1/properties/value").at(new Position(line, column)));

        assertThat(JSON.lines()
                        .toList()
                        .get(spot.orStart().line() - 1)
                        .substring(spot.orStart().column() - 1))
                .startsWith(text);
    }

    @Test
    void knowsOnlyTheStringWhereATextIsMadeByAnExpression() {
        assertThat(new JsonSource("x.json", JSON)
                        .spot(at("/resources/1/properties/made").at(new Position(1, 2))))
                .hasToString("x.json:5:81");
    }

    @ParameterizedTest
    @CsvSource({
        "/resources/part, main.bicep:4:1",
        "/resources/part/properties/template/resources/app, parts/part.bicep:3:1",
        "/resources/part/properties/template/resources/app/properties/open, parts/part.bicep:3:54",
        "/resources/far/properties/template/resources/z, main.bicep:8:1",
        "/resources/site, main.bicep:14:1",
        "/resources/site/properties/quoted-name/inner, main.bicep:17:22",
        "/resources/site/properties/list/1/two, main.bicep:20:9",
        "/resources/site/properties/absent, main.bicep:16:3",
        "/resources/site::config/properties/open, main.bicep:25:19",
        "/outputs/key, main.bicep:28:1",
        "/resources/unknown, main.bicep",
    })
    void findsADeclarationByItsSymbolicName(String pointer, String spot) throws IOException {
        String template = """
                {"resources": {"part": {"type": "Microsoft.Resources/deployments", "properties": {"template": {"resources": {"app": {}}}}},
                "far": {"type": "Microsoft.Resources/deployments", "properties": {"template": {"resources": {"z": {}}}}}, "site": {}, "site::config": {}}}""";

        assertThat(bicep(template).spot(at(pointer)).toString().replace('\\', '/'))
                .isEqualTo(spot);
    }

    @ParameterizedTest
    @CsvSource({
        "/resources/0/properties/list, main.bicep:18:5",
        "/resources/1/properties/template/resources/0, parts/part.bicep:3:1",
        "/resources/2, main.bicep",
        "/resources/3, main.bicep:23:3",
    })
    void findsADeclarationByWhatOnlyOneHasWhereTheTemplateHasNoSymbolicNames(String pointer, String spot)
            throws IOException {
        String template = """
                {"resources": [{"type": "X/sites", "apiVersion": "1", "name": "[format('x')]"},
                {"type": "Microsoft.Resources/deployments", "name": "part", "properties": {"template": {"resources": [{"type": "X/apps", "apiVersion": "1"}]}}},
                {"type": "X/other", "apiVersion": "1"}, {"type": "X/sites/config", "apiVersion": "1"}]}""";

        assertThat(bicep(template).spot(at(pointer)).toString().replace('\\', '/'))
                .isEqualTo(spot);
    }

    private BicepSource bicep(String template) throws IOException {
        Path main = Files.writeString(folder.resolve("main.bicep"), MAIN);
        Files.writeString(Files.createDirectories(folder.resolve("parts")).resolve("part.bicep"), PART);
        return new BicepSource(main, "main.bicep", new ObjectMapper().readTree(template));
    }

    private static Location at(String pointer) {
        return Location.of("x.json").from(JsonPointer.valueOf(pointer));
    }
}
