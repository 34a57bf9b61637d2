package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InitCommandTest {
    private static final String CONTRACT = "src/main/resources/contract/security.json";

    @TempDir
    Path app;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void stage() throws Exception {
        Files.writeString(app.resolve("pom.xml"), """
                <project>
                  <artifactId>orders</artifactId>
                </project>
                """);
        Path function = Files.createDirectories(app.resolve("target/azure-functions/orders/read"));
        Files.writeString(function.resolve("function.json"), """
                { "entryPoint": "app.Orders.read", "bindings": [{ "type": "httpTrigger", "methods": ["GET"] }] }
                """);
    }

    @Test
    void saysWhatItDidAndWhatIsNext() {
        assertThat(run(app.toString())).isZero();
        assertThat(out.toString())
                .contains(
                        "read: GET read",
                        "Wrote " + CONTRACT + ".",
                        "Added to pom.xml: the dependency",
                        "Next:",
                        "  1. ");

        assertThat(run(app.toString())).isZero();
        assertThat(out.toString()).contains("exists, and is kept: it has every operation.", "Nothing was changed.");
    }

    @Test
    void printsWhatItWouldWrite() {
        assertThat(run(app.toString(), "--dry-run")).isZero();

        assertThat(out.toString())
                .contains("Would write " + CONTRACT + ":", "{ \"function\": \"read\", \"method\": \"GET\"");
        assertThat(app.resolve(CONTRACT)).doesNotExist();
    }

    @Test
    void printsJson() throws Exception {
        assertThat(run(app.toString(), "--json")).isZero();

        var report = new ObjectMapper().readTree(out.toString());
        assertThat(report.at("/functions/0/operations/0").asText()).isEqualTo("GET read");
        assertThat(report.at("/contract/action").asText()).isEqualTo("WRITTEN");
        assertThat(report.at("/build/changes/0").asText())
                .matches("the dependency dev\\.gatehouse:gatehouse-functions:\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void endsWith1WhereTheContractLacksAnOperation() throws Exception {
        run(app.toString());
        Path contract = app.resolve(CONTRACT);
        Files.writeString(contract, Files.readString(contract).replace("\"GET\"", "\"POST\""));

        assertThat(run(app.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("It lacks these lines", "\"method\": \"GET\", \"route\": \"read\"");
    }

    @Test
    void endsWith2WhereThereIsNoApp() {
        assertThat(run(app.resolve("none").toString())).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("gatehouse: ")
                .contains("was not found")
                .doesNotContain("\tat ");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        CommandLine line = GatehouseCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 1];
        all[0] = "init";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return line.execute(all);
    }
}
