package dev.gatehouse.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.check.CheckedFolder;
import dev.gatehouse.check.Finding;
import dev.gatehouse.check.FindingSeverity;
import dev.gatehouse.check.input.BicepCompiler;
import dev.gatehouse.check.input.Inputs;
import dev.gatehouse.check.source.Spot;
import dev.gatehouse.deployment.Location;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Annotations are commands to GitHub's runner: what a file says never becomes one. */
class GitHubReportTest {
    @TempDir
    Path path;

    @Test
    void annotatesTheLine() throws IOException {
        CheckedFolder folder = new CheckedFolder(path)
                .with(
                        "in,fra/a:b.xml",
                        "<policies><inbound><base />\n<cors><allowed-origins><origin>https://a.example/%</origin>"
                                + "</allowed-origins></cors></inbound></policies>");

        assertThat(folder.run("check", "--format", "github", ".")).isEqualTo(1);
        assertThat(folder.out().lines()).anySatisfy(line -> assertThat(line)
                .startsWith(
                        "::warning file=in%2Cfra/a%3Ab.xml,line=2,col=24,title=cors-origin-never-matches::<origin> is"
                                + " 'https://a.example/%25'."));
        assertThat(folder.out().lines().reduce((one, last) -> last))
                .get()
                .asString()
                .startsWith("1 file checked: ");
    }

    @Test
    void escapesWhatWouldBeAnotherCommand() {
        StringWriter out = new StringWriter();
        Finding finding =
                new Finding("a-rule", FindingSeverity.NOTE, Location.of("x"), "100%\r\n::error::other", "Why.", "Fix.");
        Reported reported = Reported.of(finding, Spot.of("x"), "resource\n::stop-commands::t");
        new GitHubReport(new PrintWriter(out, true), new ReportedPaths(path))
                .print(new CheckReport(
                        List.of(),
                        List.of(reported),
                        List.of(),
                        new Inputs(path, new BicepCompiler(List.of())).read(List.of())));

        assertThat(out.toString().lines().toList())
                .hasSize(2)
                .first()
                .asString()
                .isEqualTo("::notice file=x,line=1,col=1,title=a-rule::100%25%0D%0A::error::other. Why. Fix: Fix."
                        + " (resource%0A::stop-commands::t)");
    }
}
