package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.GatehouseCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code up} in a separate process, ended from outside as by Ctrl-C. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be asked to end there")
@ResourceLock("target/gatehouse")
class InterruptedIT {

    @ParameterizedTest
    @ValueSource(strings = {"starting Entra", "  gateway ", "Serving until Ctrl-C"})
    @Timeout(value = 90, unit = TimeUnit.SECONDS)
    void leavesNeitherAProcessNorAFileBehind(String when, @TempDir Path temporary) throws Exception {
        Process up = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC", // as the launcher
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        GatehouseCommand.class.getName(),
                        "up",
                        "--port",
                        "0",
                        "--function-port",
                        "0"))
                .redirectErrorStream(true)
                .start();
        readUntil(up, when);
        List<ProcessHandle> children = up.descendants().toList();

        up.destroy();

        assertThat(up.waitFor(30, TimeUnit.SECONDS)).isTrue();
        for (ProcessHandle child : children) {
            child.onExit().get(30, TimeUnit.SECONDS);
        }
        assertThat(Path.of("target/gatehouse/up.json")).doesNotExist();
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith("gatehouse")))
                    .isEmpty();
        }
    }

    private static void readUntil(Process up, String text) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(up.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(text)) {
                return;
            }
        }
        throw new AssertionError("up ended before it said: " + text);
    }
}
