package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.deployment.contract.ContractDeployment;
import dev.gatehouse.fixtures.Snapshots;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CheckCommandTest {
    private static final String GOOD = "<policies><inbound><base /><validate-azure-ad-token tenant-id='contoso.com'>"
            + "<client-application-ids><application-id>5e9f6ad0-4c5c-4a4a-93a0-4f6f7a5a51a1</application-id></client-application-ids><audiences><audience>a</audience>"
            + "</audiences></validate-azure-ad-token></inbound></policies>";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void findsNothingInTheProject() {
        assumeThat(Snapshots.names())
                .as("the snapshots are of this contract")
                .allMatch(name -> ContractDeployment.differences(Snapshots.committed(name), Snapshots.read(name))
                        .isEmpty());

        assertThat(run("check")).isZero();
        assertThat(out.toString()).contains(" 0 findings,");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void explainsAFinding() throws IOException {
        Path policy = write("policy.xml", GOOD.replace("contoso.com", "common"));

        assertThat(run("check", policy.toString())).isEqualTo(1);
        assertThat(out.toString())
                .startsWith(policy + System.lineSeparator() + "  1:28    error    any-tenant" + System.lineSeparator()
                        + "      <validate-azure-ad-token tenant-id> is 'common'")
                .contains("  why ", "  fix ", "  see docs/checks.md#tokens")
                .endsWith("1 file checked: 1 finding (1 error), 0 not decided, 0 not read." + System.lineSeparator());
    }

    @Test
    void wrapsAFindingAtTheWidthOfTheTerminal() throws IOException {
        Path policy = write("policy.xml", GOOD.replace("contoso.com", "common"));
        System.setProperty("gatehouse.columns", "40");
        try {
            assertThat(run("check", policy.toString())).isEqualTo(1);
        } finally {
            System.clearProperty("gatehouse.columns");
        }

        String colours = "\u001b\\[\\d+m";
        assertThat(out.toString().replaceAll(colours, "").lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
        assertThat(out.toString().lines()).contains("      <validate-azure-ad-token", "      tenant-id> is 'common'");
    }

    @Test
    void printsTheFindingsAloneAsJson() throws IOException {
        Path policy = write("policy.xml", GOOD.replace("contoso.com", "common"));

        assertThat(run("check", "--json", policy.toString())).isEqualTo(1);

        JsonNode findings = new ObjectMapper().readTree(out.toString());
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "rule",
                        "severity",
                        "file",
                        "line",
                        "column",
                        "place",
                        "found",
                        "why",
                        "fix",
                        "help",
                        "fingerprint");
        assertThat(findings.get(0).get("line").asInt()).isEqualTo(1);
        assertThat(findings.get(0).get("column").asInt()).isEqualTo(28);
        assertThat(findings.get(0).get("place").asText()).isEqualTo(policy + ":1:28");
    }

    @Test
    void countsWhatIsNotDecidedWhenAskedTo() throws IOException {
        Path policy = write("policy.xml", GOOD.replace("contoso.com", "{{tenant-id}}"));

        assertThat(run("check", "--json", policy.toString())).isZero();
        assertThat(new ObjectMapper().readTree(out.toString())).isEmpty();
        assertThat(err.toString()).contains("2 places could not be decided; with --strict each");

        out.getBuffer().setLength(0);
        assertThat(run("check", "--json", "--strict", policy.toString())).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(out.toString())).hasSize(3);
    }

    @Test
    void looksForWhatIsOffByDefaultWhenAskedTo() throws IOException {
        Path template = write(
                "template.json",
                "{\"$schema\": \"https://x/deploymentTemplate.json#\", \"resources\": [{\"type\": \"Microsoft.Web/sites\","
                        + " \"name\": \"s\", \"properties\": {}}]}");

        assertThat(run("check", template.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("https-not-enforced").doesNotContain("http2-off");

        out.getBuffer().setLength(0);
        assertThat(run("check", "--rule", "http2-off", template.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("https-not-enforced", "http2-off");
    }

    @Test
    void saysWhatItCouldNotReadAndChecksTheRest() throws IOException {
        Path policy = write("policy.xml", GOOD.replace("contoso.com", "common"));
        Path broken = write("x.snapshot.json", "{");

        assertThat(run("check", broken.toString(), policy.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("any-tenant", "1 not read.");
        assertThat(err.toString()).startsWith("gatehouse: " + broken + ": is not valid JSON in line 1");
        assertThat(run("check", broken.toString())).isEqualTo(2);
        assertThat(run("check", "--fail-on", "never", broken.toString(), policy.toString()))
                .isEqualTo(2);
    }

    @Test
    @ResourceLock("System.in")
    void givesStandardInputTheNameThatItIsToHave() {
        InputStream before = System.in;
        System.setIn(
                new ByteArrayInputStream(GOOD.replace("contoso.com", "common").getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run("check", "--stdin-name", "infra/api.policy", "-")).isEqualTo(1);
        } finally {
            System.setIn(before);
        }
        assertThat(out.toString()).startsWith("infra/api.policy" + System.lineSeparator() + "  1:28 ");
    }

    @ParameterizedTest
    @CsvSource({"error, 1", "warning, 1", "note, 1", "never, 0"})
    void failsOnAnErrorUnlessItNeverFails(String failOn, int exitCode) throws IOException {
        Path policy = write("policy.xml", GOOD.replace("contoso.com", "common"));

        assertThat(run("check", "--fail-on", failOn, policy.toString())).isEqualTo(exitCode);
        assertThat(out.toString()).contains("any-tenant");
    }

    @ParameterizedTest
    @CsvSource({"error, 0", "warning, 1", "note, 1"})
    void failsOnAWarningOnlyWhereThatIsAskedFor(String failOn, int exitCode) throws IOException {
        Path policy = write("policy.xml", GOOD.replace("<audience>a<", "<audience>*<"));

        assertThat(run("check", "--fail-on", failOn, policy.toString())).isEqualTo(exitCode);
        assertThat(out.toString()).contains("warning  audience-never-matches");
    }

    @Test
    void writesTheReportToAFileAndTheTextToTheConsole() throws IOException {
        Path policy = write("policy.xml", GOOD.replace("contoso.com", "common"));
        Path report = folder.resolve("out.sarif");

        assertThat(run("check", "--format", "sarif", "--output", report.toString(), policy.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("any-tenant", "1 file checked");
        assertThat(new ObjectMapper().readTree(Files.readString(report)).at("/runs/0/results"))
                .hasSize(1);
        assertThat(run("check", "--output", folder.resolve("none/x").toString(), policy.toString()))
                .isEqualTo(2);
    }

    @Test
    void saysOnceWhatItDidNotCheck() throws IOException {
        Files.createDirectory(folder.resolve("tf"));
        write("tf/a.tf", "");
        write("tf/b.tf", "");
        write("tf/policy.xml", GOOD);

        assertThat(run("check", folder.resolve("tf").toString())).isZero();
        assertThat(err.toString().lines()).singleElement().asString().contains("a.tf and 1 more: is Terraform");
        assertThat(run("check", "--strict", folder.resolve("tf").toString())).isNotZero();
    }

    @Test
    void tellsItsExitCodes() {
        assertThat(run("check", "--help")).isZero();
        assertThat(out.toString()).contains("0   nothing found", "1   such findings reported", "2   could not run");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int run(String... arguments) {
        CommandLine line = GatehouseCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
