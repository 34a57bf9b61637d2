package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceFileTest {
    private static final URI TRACES = URI.create("http://127.0.0.1:1/trace");
    private static final URI OTHER = URI.create("http://127.0.0.1:2/trace");

    private static final ObjectNode CHAIN = JsonNodeFactory.instance.objectNode();
    private static final Map<String, String> VARIABLES = Map.of("clientSecret", "a-secret");

    @TempDir
    private Path project;

    @Test
    void isFoundUntilItEnds() {
        assertThat(InstanceFile.traces(project)).isEmpty();
        InstanceFile running = InstanceFile.announce(project, TRACES, VARIABLES, CHAIN);

        assertThat(InstanceFile.traces(project)).contains(TRACES);
        running.close();
        assertThat(InstanceFile.in(project)).doesNotExist();
        running.close();
    }

    @Test
    void tellsItsOwnerAloneWhatOpensTheDoors() throws IOException {
        InstanceFile running = InstanceFile.announce(project, TRACES, VARIABLES, CHAIN);

        JsonNode told = new ObjectMapper().readTree(Files.readString(InstanceFile.in(project)));
        assertThat(told.path("variables").path("clientSecret").asText()).isEqualTo("a-secret");
        assertThat(told.path("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
        assertThat(running.toString()).doesNotContain("a-secret");
    }

    @Test
    void theLatestIsFoundAndStaysWhenAnEarlierOneEnds() {
        InstanceFile first = InstanceFile.announce(project, TRACES, VARIABLES, CHAIN);
        InstanceFile second = InstanceFile.announce(project, OTHER, VARIABLES, CHAIN);

        first.close();

        assertThat(InstanceFile.traces(project)).contains(OTHER);
        second.close();
        assertThat(InstanceFile.traces(project)).isEmpty();
    }

    /** Another process that lives, as this one's parent does. */
    private Path another(String traces) throws IOException {
        long parent = ProcessHandle.current().parent().orElseThrow().pid();
        Path file = InstanceFile.of(parent, project);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "{\"traces\":\"" + traces + "\",\"pid\":" + parent + "}");
    }

    @Test
    void anEarlierOneIsFoundAgainWhenTheLaterOneEnds() throws IOException {
        Path earlier = another(OTHER.toString());
        InstanceFile later = InstanceFile.announce(project, TRACES, VARIABLES, CHAIN);
        assertThat(InstanceFile.traces(project)).contains(TRACES);

        later.close();

        assertThat(InstanceFile.traces(project)).contains(OTHER);
        assertThat(InstanceFile.in(project)).hasSameTextualContentAs(earlier);
    }

    @Test
    void oneThatWasKilledIsNone() throws IOException, InterruptedException {
        Process killed = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        killed.waitFor();
        String content = "{\"traces\":\"" + TRACES + "\",\"pid\":" + killed.pid() + "}";
        Files.createDirectories(InstanceFile.in(project).getParent());
        Files.writeString(InstanceFile.in(project), content);
        Path left = Files.writeString(InstanceFile.of(killed.pid(), project), content);
        assertThat(InstanceFile.traces(project)).isEmpty();
        assertThat(left).doesNotExist();

        another(OTHER.toString());

        assertThat(InstanceFile.traces(project)).contains(OTHER);
    }

    @Test
    void aFolderOfThatNameIsNone() throws IOException {
        Files.createDirectories(InstanceFile.in(project));

        assertThat(InstanceFile.traces(project)).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no such permissions there")
    void onlyItsOwnerMayReadIt() throws IOException {
        InstanceFile.announce(project, TRACES, VARIABLES, CHAIN).close();
        InstanceFile.announce(project, TRACES, VARIABLES, CHAIN);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(InstanceFile.in(project))))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "{}", "{\"traces\":\"\"}", "{\"traces\":\"a b\"}"})
    void anotherFileIsNone(String content) throws IOException {
        Files.createDirectories(InstanceFile.in(project).getParent());
        Files.writeString(InstanceFile.in(project), content);

        assertThat(InstanceFile.traces(project)).isEmpty();
        assertThat(InstanceFile.chain(project)).isEmpty();
    }
}
