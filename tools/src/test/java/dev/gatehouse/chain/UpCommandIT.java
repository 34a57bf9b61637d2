package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.cli.GatehouseCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import picocli.CommandLine;

@ResourceLock("target/gatehouse")
class UpCommandIT {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsTheCallsAsJsonAndNothingElseOnStandardOutput() throws IOException {
        assertThat(run("up", "--once", "--json", "--port", "0", "--function-port", "0"))
                .isZero();

        JsonNode calls = new ObjectMapper().readTree(out.toString());
        assertThat(calls.get("rows")).hasSizeGreaterThan(16).allSatisfy(row -> {
            assertThat(row.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "row",
                            "called",
                            "caller",
                            "expected",
                            "answered",
                            "layer",
                            "reason",
                            "verdict",
                            "says",
                            "proves");
            assertThat(row.get("verdict").asText()).isEqualTo("passed");
        });
        assertThat(calls.get("passed").asInt()).isEqualTo(calls.get("rows").size());
        assertThat(err.toString()).contains(" passed, 0 failed, 0 not tried.");
    }

    @Test
    void saysWhichPortIsTakenAndHowToChooseAnother() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();

            assertThat(run("up", "--once", "--port", String.valueOf(taken), "--function-port", "0"))
                    .isEqualTo(3);
            assertThat(err.toString())
                    .isEqualTo("gatehouse: port " + taken + " for the gateway is in use by another program;"
                            + " choose another port with --port (gateway) or --function-port (function app)"
                            + System.lineSeparator());
        }
    }

    @Test
    void refusesAWrongCommandLineWithOneClearMessage() {
        assertThat(run("up", "--port", "99999")).isEqualTo(2);
        assertThat(err.toString()).startsWith("--port must be a port from 0 to 65535, not 99999");
    }

    @Test
    void saysInOneLineWhatIsWrongWithASnapshot(@TempDir Path folder) {
        Path missing = folder.resolve("own.snapshot.json");

        assertThat(run("up", "--once", "--deployment", missing.toString())).isEqualTo(3);
        assertThat(err.toString())
                .isEqualTo("gatehouse: " + missing + ": not found; create it with infra/snapshot"
                        + System.lineSeparator());
    }

    @Test
    void saysInOneLineWhatWouldNotRunInAzure(@TempDir Path folder) throws IOException {
        String text = Files.readString(Path.of("infra/main.snapshot.json"));
        Path off = Files.writeString(
                folder.resolve("own.snapshot.json"),
                text.replace("\"httpsOnly\": true", "\"enabled\": false, \"httpsOnly\": true"));

        assertThat(run("up", "--once", "--deployment", off.toString())).isEqualTo(3);
        assertThat(err.toString())
                .isEqualTo(
                        "gatehouse: own.snapshot.json: Microsoft.Web/sites 'func-dev-wywakx7hkev6k', properties.enabled:"
                                + " is false: on this machine it must be true" + System.lineSeparator());
    }

    @Test
    void goesOnWithTheContractWhereTheSnapshotDiffersAndStopsIfStrict(@TempDir Path folder) throws IOException {
        String text = Files.readString(Path.of("infra/main.snapshot.json"));
        Path drifted = Files.writeString(
                folder.resolve("own.snapshot.json"),
                text.replace("\"urlTemplate\": \"/whoami\"", "\"urlTemplate\": \"/me\""));

        assertThat(run("up", "--once", "--strict", "--deployment", drifted.toString()))
                .isEqualTo(3);
        assertThat(err.toString())
                .contains(
                        "own.snapshot.json differs from contract and policies",
                        "service/apis/operations",
                        "/whoAmI differs")
                .doesNotContain("\tat ");
        assertThat(run("up", "--once", "--port", "0", "--function-port", "0", "--deployment", drifted.toString()))
                .isZero();
        assertThat(out.toString()).contains("note: own.snapshot.json differs", "GET /whoami");
    }

    @Test
    void refusesADeploymentBesideAFlow() {
        assertThat(run("up", "--deployment", "infra/main.snapshot.json", "--flow", "gateway-identity"))
                .isEqualTo(2);
        assertThat(err.toString())
                .startsWith("--deployment and --flow cannot be combined: the snapshot file already decides it");
    }

    private int run(String... arguments) {
        CommandLine line = GatehouseCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
