package dev.gatehouse.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportedTest {
    private static final String SETTINGS = "{\"Values\": {\"A\": \"1\", \"B\": null}}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                SETTINGS,
                "// a comment\n{\"Values\": {\"A\": \"1\", /* another */}, \"IsEncrypted\": false}",
                "[{\"name\": \"A\", \"value\": \"1\", \"slotSetting\": false}, {\"name\": \"B\", \"value\": null}]",
                "{\"properties\": {\"A\": \"1\"}}"
            })
    void readsSettingsInEachOfTheirForms(String text) throws IOException {
        assertThat(read(text, StandardCharsets.UTF_8).appSettings())
                .containsOnlyKeys("A")
                .containsValue("1");
    }

    /** As the redirections of shells write it; the mark is what these charsets begin with. */
    @ParameterizedTest
    @CsvSource({"UTF-8, \ufeff", "UTF-16LE, \ufeff", "UTF-16BE, \ufeff", "UTF-16, ''"})
    void readsWhatShellsWrite(Charset charset, String mark) throws IOException {
        assertThat(read(mark + SETTINGS, charset).appSettings()).containsEntry("A", "1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"IsEncrypted\": true, \"Values\": {\"A\": \"CfDJ8\"}} | func settings decrypt",
                "{\"Values\": {\"A\": \"1\",\"A\": \"2\"}} | line 1: duplicate name",
                "[{\"name\": \"A\", \"value\": \"1\"}, {\"name\": \"A\", \"value\": \"2\"}] | A is a duplicate entry in the list",
                "[{\"value\": \"1\"}] | an entry of the list has no name",
                "{\"IsEncrypted\": false} | expected {\"Values\": {...}}",
                "{\"Values\": [] } | expected {\"Values\": {...}}",
                "null | expected {\"Values\": {...}}",
                "'' | expected {\"Values\": {...}}",
                "s3cret | is not JSON"
            })
    void saysOnOneLineWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> read(text, StandardCharsets.UTF_8).appSettings())
                .isInstanceOf(UnreadableInput.class)
                .hasMessageStartingWith("settings.json")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        assertThatThrownBy(() -> read("{\"a\":".repeat(100_000), StandardCharsets.UTF_8))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageContaining("deeper than 64 levels");
    }

    @Test
    void refusesWhatIsNoFile() {
        assertThatThrownBy(() -> Exported.read(folder)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> Exported.read(folder.resolve("none"))).hasMessage("none was not found");
    }

    private Exported read(String text, Charset charset) throws IOException {
        return Exported.read(Files.write(folder.resolve("settings.json"), text.getBytes(charset)));
    }
}
