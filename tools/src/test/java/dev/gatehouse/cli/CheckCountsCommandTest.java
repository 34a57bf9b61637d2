package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCountsCommandTest {
    private static final String POLICY =
            "<policies><inbound><base /><cors allow-credentials='true'><allowed-origins><origin>*</origin>"
                    + "</allowed-origins></cors></inbound>%s</policies>";

    @TempDir
    Path folder;

    @Test
    void countsByRuleAndFolder() throws IOException {
        Path one = Files.createDirectory(folder.resolve("one"));
        Path two = Files.createDirectory(folder.resolve("two"));
        Files.writeString(one.resolve("a.xml"), POLICY.formatted(""));
        Files.writeString(one.resolve("b.xml"), POLICY.formatted(""));
        Files.writeString(two.resolve("a.xml"), POLICY.formatted("<outbound />"));
        StringWriter out = new StringWriter();
        CommandLine line = GatehouseCommand.commandLine().setOut(new PrintWriter(out, true));

        assertThat(line.execute("check-counts", one.toString(), two.toString())).isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "cors-any-origin\terror\t2\t" + one,
                        "base-missing\twarning\t1\t" + two,
                        "cors-any-origin\terror\t1\t" + two,
                        "base-missing\twarning\t1\t(all)",
                        "cors-any-origin\terror\t3\t(all)",
                        "3 files checked");
    }
}
