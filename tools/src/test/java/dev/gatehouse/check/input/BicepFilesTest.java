package dev.gatehouse.check.input;

import static org.assertj.core.api.Assertions.assertThat;

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
        Path bicep = executable("bicep", "echo 'main.bicep(1,1) : Error BCP018' >&2; exit 1");

        assertThat(read(BicepCompiler.installed(Map.of("BICEP", bicep.toString())))
                        .unreadable())
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.why()).endsWith("failed with exit code 1: main.bicep(1,1) : Error BCP018"));
    }

    @Test
    void saysWhatToDoWithoutACompiler() {
        assertThat(read(BicepCompiler.installed(Map.of())).unreadable())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString())
                        .startsWith("main.bicep: neither 'bicep' nor 'az', which compile Bicep, is on the PATH"));
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
