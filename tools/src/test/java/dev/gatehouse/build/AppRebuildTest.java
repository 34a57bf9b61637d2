package dev.gatehouse.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.build.AppRebuild.Staging;
import dev.gatehouse.init.MavenModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a shell script in Maven's place, the app's own wrapper, which stays between builds as Maven does with the extension. */
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
        stayingMaven("true");
    }

    @Test
    void buildsAtTheStart() throws Exception {
        try (AppRebuild rebuild = rebuild()) {
            assertThat(rebuild.look()).isEqualTo(Staging.INCOMPLETE);
            assertThat(outcome(rebuild)).isEqualTo(Staging.COMPLETE);
            assertThat(rebuild.look()).isEqualTo(Staging.UNKNOWN);
        }

        assertThat(builds())
                .singleElement()
                .asString()
                .startsWith("-o ")
                .contains(" package ", " -Dmaven.test.skip=true");
    }

    @ParameterizedTest
    @CsvSource({
        "src/main/java/Orders.java, 1",
        "src/main/java/New.java, 1",
        "src/main/resources/contract/security.json, 1",
        "pom.xml, 1",
        "host.json, 1",
        ".mvn/maven.config, 1",
        "src/test/java/OrdersTest.java, 0",
        "README.md, 0",
        "target/classes/Orders.class, 0"
    })
    void buildsOnceForAChangedSourceAndNotForOtherFiles(String file, int more) throws Exception {
        try (AppRebuild rebuild = builtOnce()) {
            write(file, "<project><artifactId>changed</artifactId></project>");
            outcome(rebuild);
        }

        assertThat(builds()).hasSize(1 + more);
    }

    @ParameterizedTest
    @CsvSource({"src/main/java/Orders.java, 1", "pom.xml, 2", ".mvn/maven.config, 2"})
    void keepsMavenUntilWhatDescribesTheBuildChanges(String file, int processes) throws Exception {
        try (AppRebuild rebuild = builtOnce()) {
            write(file, "<project><artifactId>changed</artifactId></project>");
            outcome(rebuild);
        }

        assertThat(Files.readAllLines(folder.resolve("starts"))).hasSize(processes);
    }

    @Test
    void startsMavenForEachBuildWhereItDoesNotStay() throws Exception {
        maven("echo built >> builds");
        try (AppRebuild rebuild = builtOnce()) {
            write("src/main/java/New.java", "class New {}");
            outcome(rebuild);
        }

        assertThat(said).filteredOn(line -> line.contains("did not stay")).hasSize(1);
        assertThat(Files.readAllLines(folder.resolve("starts")))
                .satisfiesExactly(
                        kept -> assertThat(kept).contains("-Dmaven.ext.class.path="),
                        plain -> assertThat(plain).doesNotContain("maven.ext.class.path"));
    }

    @Test
    void doesNotReplaceExtensionsThatTheProjectNamesInTheSameWay() throws Exception {
        write(".mvn/maven.config", "-Dmaven.ext.class.path=tool.jar");
        maven("echo built >> builds");
        try (AppRebuild rebuild = builtOnce()) {
            assertThat(rebuild.description()).contains("each build starts Maven anew");
        }

        assertThat(Files.readString(folder.resolve("starts"))).doesNotContain("maven.ext.class.path");
        assertThat(said).noneMatch(line -> line.contains("did not stay"));
    }

    @Test
    void takesTheAppForStagedWhenThePluginSaysSo() throws Exception {
        stayingMaven("echo '[INFO] Successfully built Azure Functions.'; sleep 50");
        try (AppRebuild rebuild = rebuild()) {
            rebuild.look();
            while (rebuild.look() == Staging.INCOMPLETE) {
                Thread.sleep(20);
            }

            assertThat(rebuild.look()).isEqualTo(Staging.COMPLETE);
            assertThat(rebuild.isBuilding()).isTrue();
        }
    }

    @Test
    void showsEveryErrorWholeWithFileAndLineAndWithoutMavensAdvice() throws Exception {
        Files.writeString(folder.resolve("output"), COMPILER);
        stayingMaven("cat output; false");
        try (AppRebuild rebuild = rebuild()) {
            assertThat(outcome(rebuild)).isEqualTo(Staging.ABANDONED);
        }

        assertThat(builds()).hasSize(1);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ERROR] error reading /repository/a.jar; zip END header not found",
                "[ERROR] java.util.zip.ZipException: invalid LOC header (bad signature)",
                "[ERROR] A required class was missing: NoClassDefFoundError: com/acme/A"
            })
    void saysWhatToDoAboutADamagedJar(String line) {
        assertThat(BuildErrors.in(List.of(line)))
                .hasSize(2)
                .last()
                .asString()
                .contains("seems to be damaged: delete the folder of the one that is named above");
    }

    @Test
    void downloadsOnlyWhatIsNotInTheLocalRepository() throws Exception {
        maven("case \"$*\" in -o*) echo '[ERROR] Cannot access central in offline mode'; echo '" + RepeatedBuilds.ENDED
                + "1'; exec sleep 50;; esac\necho \"$*\" >> builds");
        try (AppRebuild rebuild = builtOnce()) {
            assertThat(rebuild.isBuilding()).isFalse();
        }

        assertThat(builds()).singleElement().asString().startsWith("-B ");
        assertThat(said).hasSize(2).last().asString().contains("again with downloads");
    }

    @Test
    void buildsAgainForWhatChangedDuringABuild() throws Exception {
        stayingMaven("if [ ! -f once ]; then touch once; echo changed > src/main/java/Orders.java; fi");
        try (AppRebuild rebuild = builtOnce()) {
            outcome(rebuild);
        }

        assertThat(builds()).hasSize(2);
    }

    @Test
    void endsTheBuildThatRuns() throws Exception {
        maven("exec sleep 50");
        AppRebuild rebuild = rebuild();
        rebuild.look();
        List<ProcessHandle> running = ProcessHandle.current().children().toList();

        rebuild.close();

        for (ProcessHandle build : running) {
            if (build.info().commandLine().orElse("").contains("sleep 50")) {
                build.onExit().get();
            }
        }
    }

    private AppRebuild rebuild() {
        MavenModule module =
                MavenModule.of(folder.resolve("target/azure-functions/app")).orElseThrow();
        Path contract = folder.resolve("src/main/resources/contract/security.json");
        return new AppRebuild(module, contract, folder.resolve("log"), said::add);
    }

    private AppRebuild builtOnce() throws InterruptedException {
        AppRebuild rebuild = rebuild();
        outcome(rebuild);
        return rebuild;
    }

    /** What the next build ends with. */
    private static Staging outcome(AppRebuild rebuild) throws InterruptedException {
        Staging last = rebuild.look();
        while (rebuild.isBuilding()) {
            Thread.sleep(20);
            last = rebuild.look();
        }
        return last;
    }

    private List<String> builds() throws IOException {
        Path builds = folder.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
    }

    private void stayingMaven(String each) throws IOException {
        maven("while read -r line; do echo \"$*\" >> builds; (" + each + "); echo \"" + RepeatedBuilds.ENDED
                + "$?\"; done");
    }

    private void maven(String then) throws IOException {
        Path script = folder.resolve("mvnw");
        Files.writeString(script, "#!/bin/sh\necho \"$*\" >> starts\n" + then + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
