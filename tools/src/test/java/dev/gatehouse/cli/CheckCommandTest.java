package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.deployment.contract.ContractDeployment;
import dev.gatehouse.fixtures.Snapshots;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
                .startsWith(policy + System.lineSeparator() + "  any-tenant")
                .contains("1:28", "found: <validate-azure-ad-token tenant-id> is 'common'", "why:", "fix:")
                .endsWith("1 file checked: 1 finding, 0 not decided, 0 not read." + System.lineSeparator());
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

        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
        assertThat(out.toString().lines())
                .contains("      found: <validate-azure-ad-token", "             tenant-id> is 'common'");
    }

    @Test
    void printsTheFindingsAloneAsJson() throws IOException {
        Path policy = write("policy.xml", GOOD.replace("contoso.com", "common"));

        assertThat(run("check", "--json", policy.toString())).isEqualTo(1);

        JsonNode findings = new ObjectMapper().readTree(out.toString());
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).fieldNames()).toIterable().containsExactly("rule", "place", "found", "why", "fix");
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

        assertThat(run("check", broken.toString(), policy.toString())).isEqualTo(2);
        assertThat(out.toString()).contains("any-tenant", "1 not read.");
        assertThat(err.toString()).startsWith("gatehouse: " + broken + ": is not valid JSON in line 1");
    }

    @Test
    void tellsItsExitCodes() {
        assertThat(run("check", "--help")).isZero();
        assertThat(out.toString())
                .contains("0   nothing found", "1   findings reported", "2   some input could not be read");
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
