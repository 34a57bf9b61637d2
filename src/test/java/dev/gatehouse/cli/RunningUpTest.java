package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningUpTest {
    private static final URI TRACES = URI.create("http://127.0.0.1:1/trace");
    private static final URI OTHER = URI.create("http://127.0.0.1:2/trace");

    @TempDir
    private Path project;

    @Test
    void isFoundUntilItEnds() {
        assertThat(RunningUp.traces(project)).isEmpty();
        RunningUp running = announced(TRACES);

        assertThat(RunningUp.traces(project)).contains(TRACES);
        running.close();
        assertThat(RunningUp.in(project)).doesNotExist();
        running.close();
    }

    @Test
    void theLatestIsFoundAndStaysWhenAnEarlierOneEnds() {
        RunningUp first = announced(TRACES);
        RunningUp second = announced(OTHER);

        first.close();

        assertThat(RunningUp.traces(project)).contains(OTHER);
        second.close();
        assertThat(RunningUp.traces(project)).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no such permissions there")
    void onlyItsOwnerMayReadIt() throws IOException {
        announced(TRACES).close();
        announced(TRACES);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(RunningUp.in(project))))
                .isEqualTo("rw-------");
    }

    /** It holds keys. */
    @Test
    void neverSaysItsContent() {
        try (RunningUp running = announced(TRACES)) {
            assertThat(running.toString()).doesNotContain("secret-key").doesNotContain("traces");
        }
    }

    private RunningUp announced(URI traces) {
        return RunningUp.announce(
                project, traces, JsonNodeFactory.instance.objectNode().put("key", "secret-key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "{}", "{\"traces\":\"\"}", "{\"traces\":\"a b\"}"})
    void anotherFileIsNone(String content) throws IOException {
        Files.createDirectories(RunningUp.in(project).getParent());
        Files.writeString(RunningUp.in(project), content);

        assertThat(RunningUp.traces(project)).isEmpty();
        assertThat(RunningUp.chain(project)).isEmpty();
    }
}
