package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.fixtures.RealBicep;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The commands that take {@code --deployment} read what the real Bicep writes, or say what to give instead. */
class RealSnapshotCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @MethodSource("dev.gatehouse.fixtures.Snapshots#names")
    void settingsAreComparedWithASnapshot(String name) throws IOException {
        Map<String, String> settings =
                Deployment.of(RealBicep.snapshot(name)).functionApp().settings();
        Path exported = folder.resolve("appsettings.json");
        new ObjectMapper()
                .writeValue(
                        exported.toFile(),
                        settings.entrySet().stream()
                                .map(each -> Map.of("name", each.getKey(), "value", each.getValue()))
                                .toList());

        int exit = run(
                "doctor", "settings", "--settings", exported.toString(), "--deployment", path(name + ".snapshot.json"));

        assertThat(err.toString()).isEmpty();
        assertThat(exit).as(out.toString()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "doctor settings, main.json, is a compiled template",
        "doctor settings, main.no-deployment-name.snapshot.json, was created without --deployment-name main",
        "up --once, main.json, is a compiled template",
        "up --once, main.no-deployment-name.snapshot.json, was created without --deployment-name main"
    })
    void whatIsNoWholeSnapshotIsRefusedInOneLine(String command, String file, String why) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of("--deployment", path(file)));

        int exit = run(arguments.toArray(String[]::new));

        assertThat(exit).isNotZero();
        assertThat(err.toString().lines().filter(line -> line.startsWith("gatehouse: ")))
                .singleElement()
                .asString()
                .startsWith("gatehouse: " + file + ": " + why)
                .endsWith("--mode overwrite --deployment-name main");
    }

    private static String path(String file) {
        return RealBicep.file(file).toAbsolutePath().toString();
    }

    private int run(String... arguments) {
        CommandLine line = GatehouseCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
