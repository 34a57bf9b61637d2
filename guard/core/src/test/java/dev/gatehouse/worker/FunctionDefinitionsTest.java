package dev.gatehouse.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.worker.FunctionDefinitions.FunctionDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionDefinitionsTest {
    @TempDir
    Path folder;

    /** The host ignores letter case in most places; the guard must ignore it everywhere. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'bindings': [{'type': 'httpTrigger'}]}                                     | true  | false",
                "{'bindings': [{'Type': 'HTTPTRIGGER'}]}                                     | true  | false",
                "{'Bindings': [{'type': 'httptrigger'}]}                                     | true  | false",
                "{'bindings': [{'type': 'queueTrigger'}, {'type': 'httpTrigger'}]}           | true  | false",
                "{'bindings': [{'type': 'timerTrigger', 'name': 'httpTrigger'}]}             | false | false",
                "{'bindings': [{'type': 'http', 'direction': 'out', 'name': '$return'}]}     | false | false",
                "{'bindings': [{'type': 'HTTP', 'direction': 'out', 'name': 'answer'}]}      | false | true",
                "{'bindings': [{'type': 'http', 'direction': 'out'}]}                        | false | true",
                "{'bindings': []}                                                            | false | false",
                "{}                                                                          | false | false",
            })
    void seesHttpAsTheHostDoes(String json, boolean isHttp, boolean answersPastReturn) throws IOException {
        FunctionDefinition definition = in(folder, json).orElseThrow();

        assertThat(definition.isHttp()).isEqualTo(isHttp);
        assertThat(definition.answersPastReturn()).isEqualTo(answersPastReturn);
    }

    /** The host reads more than JSON; the guard must not misinterpret a file that it cannot read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "text",
                "{'entryPoint': 'a.B.c' /* comment */}",
                "{'entryPoint': 'a.B.c'",
                "{'type': 1, 'type': 2}"
            })
    void knowsNothingOfWhatIsNotPlainJson(String json) throws IOException {
        assertThat(in(folder, json)).isEmpty();
    }

    @Test
    void looksWhereTheHostSaysThenWhereTheLibraryIs() throws IOException {
        Path first = folder.resolve("placeholder");
        Path second = folder.resolve("app");
        in(second, "{'entryPoint': 'second'}");
        FunctionDefinitions both = new FunctionDefinitions(List.of(first, second));
        assertThat(both.find("function")).map(FunctionDefinition::entryPoint).contains("second");

        in(first, "{'entryPoint': 'first'}");
        assertThat(both.find("function")).map(FunctionDefinition::entryPoint).contains("first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "../outside", ""})
    void findsNothingElsewhere(String name) throws IOException {
        in(folder.resolve("app"), "{}");
        Files.createDirectories(folder.resolve("outside"));
        Files.writeString(folder.resolve("outside/function.json"), "{}");

        assertThat(new FunctionDefinitions(List.of(folder.resolve("app"))).find(name))
                .isEmpty();
    }

    private static Optional<FunctionDefinition> in(Path app, String json) throws IOException {
        Files.createDirectories(app.resolve("function"));
        Files.writeString(app.resolve("function/function.json"), json.replace('\'', '"'));
        return new FunctionDefinitions(List.of(app)).find("function");
    }
}
