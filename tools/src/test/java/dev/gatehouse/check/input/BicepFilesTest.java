package dev.gatehouse.check.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.check.input.InputReading.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BicepFilesTest {
    private static final String TEMPLATE =
            "{ \"$schema\": \"deploymentTemplate.json\", \"resources\": [ { \"type\": \"Microsoft.Insights/components\", \"name\": \"i\" } ] }";

    @TempDir
    Path folder;

    @BeforeEach
    void aDeploymentOfTwoFiles() throws IOException {
        write("main.bicep", "module part 'part.bicep' = {}\n");
        write("part.bicep", "param x string\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void compilesTheFilesThatNoOtherRefersTo() throws IOException {
        Path bicep = executable("bicep", "test \"$1 $2\" = 'build --stdout' && echo '" + TEMPLATE + "'");

        InputReading reading =
                read(BicepCompiler.installed(Map.of("PATH", bicep.getParent().toString())));

        assertThat(reading.unreadable()).isEmpty();
        assertThat(reading.deployments()).singleElement().satisfies(deployed -> {
            assertThat(deployed.file().file()).isEqualTo("main.bicep");
            assertThat(deployed.resources()).hasSize(1);
        });
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void usesAzWhereBicepItselfIsNotInstalled() throws IOException {
        Path az = executable("az", "test \"$1 $2 $3 $4\" = 'bicep build --stdout --file' && echo '" + TEMPLATE + "'");

        assertThat(read(BicepCompiler.installed(Map.of("PATH", az.getParent().toString())))
                        .deployments())
                .hasSize(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void saysWhyACompilerFailed() throws IOException {
        Path bicep = executable(
                "bicep",
                "echo 'main.bicep(1,1) : Error BCP018' >&2; echo 'main.bicep(2,1) : Error BCP019' >&2; exit 1");

        assertThat(read(BicepCompiler.installed(Map.of("BICEP", bicep.toString())))
                        .unreadable())
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault.why())
                                .endsWith(
                                        "failed with exit code 1: main.bicep(1,1) : Error BCP018\nmain.bicep(2,1) : Error BCP019"));
    }

    @Test
    void passesOverAFoldersBicepWithoutACompilerAndSaysSo() throws IOException {
        write("policy.xml", "<policies><inbound><base /></inbound></policies>");

        InputReading reading = read(new BicepCompiler(List.of()));

        assertThat(reading.unreadable()).isEmpty();
        assertThat(reading.deployments()).hasSize(1);
        assertThat(reading.skipped()).singleElement().satisfies(fault -> assertThat(fault.toString())
                .startsWith("main.bicep: neither 'bicep' nor 'az', which compile Bicep, is on the PATH"));
        assertThat(reading.strict().unreadable()).isEqualTo(reading.skipped());
    }

    @Test
    void cannotReadABicepFileThatIsNamedWithoutACompiler() {
        assertThat(new Inputs(folder, new BicepCompiler(List.of()))
                        .read(List.of("main.bicep"))
                        .unreadable())
                .singleElement()
                .satisfies(fault -> assertThat(fault.file()).isEqualTo("main.bicep"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void compilesParametersWithTheirTemplate() throws IOException {
        write("dev.bicepparam", "using 'main.bicep'\nparam n = 'from-parameters'\n");
        String template = TEMPLATE.replace("\"i\"", "\"[parameters('n')]\"")
                .replace("\"resources\"", "\"parameters\": { \"n\": { \"type\": \"string\" } }, \"resources\"");
        String printed = JsonNodeFactory.instance
                .objectNode()
                .put("parametersJson", "{ \"parameters\": { \"n\": { \"value\": \"from-parameters\" } } }")
                .put("templateJson", template)
                .toString();
        write("printed.txt", printed);
        Path bicep =
                executable("bicep", "test \"$1 $2\" = 'build-params --stdout' && cat " + folder.resolve("printed.txt"));

        InputReading reading = read(BicepCompiler.installed(Map.of("BICEP", bicep.toString())));

        assertThat(reading.unreadable()).isEmpty();
        assertThat(reading.deployments()).singleElement().satisfies(deployed -> assertThat(deployed.resources())
                .singleElement()
                .satisfies(resource -> assertThat(resource.name()).isEqualTo("from-parameters")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void checksATemplateWithoutItsParametersWhereTheseCannotBeCompiled() throws IOException {
        write("dev.bicepparam", "using 'main.bicep'\nparam n = readEnvironmentVariable('N')\n");
        Path bicep = executable("bicep", "test \"$1\" = build && echo '" + TEMPLATE + "'");

        InputReading reading = read(BicepCompiler.installed(Map.of("BICEP", bicep.toString())));

        assertThat(reading.deployments()).extracting(each -> each.file().file()).containsExactly("main.bicep");
        assertThat(reading.skipped()).extracting(UnreadableFile::file).containsExactly("dev.bicepparam");
    }

    @Test
    void needsNoCompilerForWhatASnapshotShows() throws IOException {
        write("dev.bicepparam", "using 'main.bicep'\n");
        write("dev.snapshot.json", "{ \"predictedResources\": [] }");

        InputReading reading = read(new BicepCompiler(List.of()));

        assertThat(reading.unreadable()).isEmpty();
        assertThat(reading.deployments()).hasSize(1);
    }

    private InputReading read(BicepCompiler compiler) {
        return new Inputs(folder, compiler).read(List.of("."));
    }

    private Path executable(String name, String commands) throws IOException {
        Path file = folder.resolve("bin").resolve(name);
        write("bin/" + name, "#!/bin/sh\n" + commands + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
