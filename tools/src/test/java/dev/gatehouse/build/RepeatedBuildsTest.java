package dev.gatehouse.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.init.MavenModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With the Maven on the PATH, and a pom that needs no plugin. */
@Timeout(120)
class RepeatedBuildsTest {
    private static final String POM =
            "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>app</artifactId>"
                    + "<version>1</version><packaging>pom</packaging></project>";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void runInOneMavenWithTheOutputAndTheExitCodeOfEach() throws Exception {
        Path pom = Files.writeString(folder.resolve("pom.xml"), POM);
        MavenCommand command = new MavenCommand(new MavenModule(folder, folder));
        try (MavenBuilds builds = new MavenBuilds(command, folder.resolve("log"))) {
            List<String> first = build(builds, 0);
            List<String> second = build(builds, 0);
            assertThat(builds.hasEndedUnasked()).isFalse();

            Files.writeString(pom, POM.replace("<packaging>pom", "<packaging>unknown"));
            List<String> failed = build(builds, 1);
            assertThat(builds.hasEndedUnasked()).isFalse();
            Files.writeString(pom, "<project>");
            List<String> malformed = build(builds, 1);

            assertThat(first).anyMatch(line -> line.contains("Scanning for projects"));
            assertThat(second).anyMatch(line -> line.contains("BUILD SUCCESS"));
            assertThat(BuildErrors.in(failed)).anyMatch(line -> line.contains("Unknown packaging: unknown"));
            assertThat(BuildErrors.in(malformed))
                    .anyMatch(line -> line.contains("no more data available - expected end tag </project>"));
            assertThat(Files.readAllLines(folder.resolve("log"))).isEqualTo(malformed);
        }
    }

    private static List<String> build(MavenBuilds builds, int expected) throws IOException, InterruptedException {
        builds.begin();
        while (builds.exitCode().isEmpty()) {
            Thread.sleep(20);
        }
        assertThat(builds.exitCode()).hasValue(expected);
        return builds.output();
    }
}
