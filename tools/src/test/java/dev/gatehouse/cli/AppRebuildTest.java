package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a shell script in Maven's place: the app's own wrapper. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the wrapper is a shell script")
@Timeout(60)
class AppRebuildTest {
    private static final String COMPILER = """
            [INFO] Compiling 2 source files
            [ERROR] COMPILATION ERROR :
            [ERROR] /app/src/main/java/Orders.java:[7,12] cannot find symbol
              symbol:   class Nothing
              location: class Orders
            [INFO] 1 error
            [ERROR] Failed to execute goal compile on project app: Compilation failure -> [Help 1]
            [ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
            [ERROR] [Help 1] http://cwiki.apache.org/confluence/display/MAVEN/MojoFailureException
            """;

    private final List<String> said = new CopyOnWriteArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @BeforeEach
    void writeAnApp() throws IOException {
        write("pom.xml", "<project><artifactId>app</artifactId></project>");
        write("src/main/java/Orders.java", "class Orders {}");
        write("src/main/resources/contract/security.json", "{}");
        write("src/test/java/OrdersTest.java", "class OrdersTest {}");
        write("target/azure-functions/app/host.json", "{}");
        write("target/azure-functions/app/readOrder/function.json", "{}");
        maven("");
    }

    @ParameterizedTest
    @CsvSource({
        "src/main/java/Orders.java, 1",
        "src/main/java/New.java, 1",
        "src/main/resources/contract/security.json, 1",
        "pom.xml, 1",
        "host.json, 1",
        "src/test/java/OrdersTest.java, 0",
        "README.md, 0",
        "target/classes/Orders.class, 0"
    })
    void buildsOnceForAChangedSourceAndNotForOtherFiles(String file, int builds) throws Exception {
        try (AppRebuild rebuild = rebuild()) {
            rebuild.run();
            assertThat(calls()).isEmpty();

            write(file, "<project><artifactId>changed</artifactId></project>");
            runUntilEnded(rebuild);

            assertThat(calls()).hasSize(builds).allSatisfy(call -> assertThat(call)
                    .startsWith("-o ")
                    .contains(" package ", " -Dmaven.test.skip=true"));
        }
    }

    @Test
    void showsEveryErrorWholeWithFileAndLineAndWithoutMavensAdvice() throws Exception {
        Files.writeString(folder.resolve("output"), COMPILER);
        maven("cat output; exit 1");
        try (AppRebuild rebuild = rebuild()) {
            write("src/main/java/Orders.java", "class Orders extends Nothing {}");
            runUntilEnded(rebuild);
        }

        assertThat(calls()).hasSize(1);
        assertThat(said.get(1))
                .contains(
                        "[ERROR] /app/src/main/java/Orders.java:[7,12] cannot find symbol\n"
                                + "  symbol:   class Nothing\n  location: class Orders\n",
                        "the former app goes on")
                .doesNotContain("re-run Maven", "http://", "1 error");
    }

    @Test
    void showsWarningsThatFailABuildAndTheEndOfAnyOtherOutput() {
        assertThat(BuildErrors.in(List.of(
                        "[WARNING] /app/Orders.java:[3,4] [unchecked] unchecked cast",
                        "[WARNING] a plugin is old",
                        "[ERROR] warnings found and -Werror specified")))
                .containsExactly(
                        "[WARNING] /app/Orders.java:[3,4] [unchecked] unchecked cast",
                        "[ERROR] warnings found and -Werror specified");
        assertThat(BuildErrors.in(List.of("JAVA_HOME is not defined correctly")))
                .containsExactly("JAVA_HOME is not defined correctly");
    }

    @Test
    void downloadsOnlyWhatIsNotInTheLocalRepository() throws Exception {
        maven("case \"$*\" in -o*) echo '[ERROR] Cannot access central in offline mode'; exit 1;; esac");
        try (AppRebuild rebuild = rebuild()) {
            write("pom.xml", "<project><artifactId>changed</artifactId></project>");
            runUntilEnded(rebuild);
        }

        assertThat(calls()).hasSize(2);
        assertThat(calls().get(1)).startsWith("-B ");
        assertThat(said).hasSize(2).last().asString().contains("again with downloads");
    }

    @Test
    void buildsAgainForWhatChangedDuringABuild() throws Exception {
        maven("if [ ! -f once ]; then touch once; echo changed > src/main/java/Orders.java; fi");
        try (AppRebuild rebuild = rebuild()) {
            write("src/main/java/New.java", "class New {}");
            runUntilEnded(rebuild);
        }

        assertThat(calls()).hasSize(2);
    }

    @Test
    void endsTheBuildThatRuns() throws Exception {
        maven("exec sleep 50");
        AppRebuild rebuild = rebuild();
        write("src/main/java/New.java", "class New {}");
        rebuild.run();
        List<ProcessHandle> builds = ProcessHandle.current().children().toList();

        rebuild.close();

        for (ProcessHandle build : builds) {
            if (build.info().commandLine().orElse("").contains("sleep 50")) {
                build.onExit().get();
            }
        }
    }

    @Test
    void saysWhatItNeeds() throws IOException {
        Files.delete(folder.resolve("pom.xml"));

        assertThatThrownBy(this::rebuild)
                .isInstanceOf(UserInputException.class)
                .hasMessageStartingWith("--watch builds with Maven, but there is no pom.xml above ");
    }

    private AppRebuild rebuild() {
        return new AppRebuild(AppToStart.in(folder, Optional.empty()), folder.resolve("log"), said::add);
    }

    private static void runUntilEnded(AppRebuild rebuild) throws InterruptedException {
        do {
            rebuild.run();
            Thread.sleep(20);
        } while (rebuild.isBuilding());
    }

    private List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private void maven(String then) throws IOException {
        Path script = folder.resolve("mvnw");
        Files.writeString(script, "#!/bin/sh\necho \"$*\" >> calls\n" + then + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
