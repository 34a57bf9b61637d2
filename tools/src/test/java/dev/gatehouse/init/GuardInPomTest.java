package dev.gatehouse.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.init.GuardInPom.Outcome;
import dev.gatehouse.input.UnreadableInput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GuardInPomTest {
    private static final GuardInPom GUARD = new GuardInPom("1.2.3", 17);

    /** Each case changes it in one place. */
    private static final String POM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- orders -->
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <artifactId>orders</artifactId>
              <dependencies>
                <dependency>
                  <groupId>com.microsoft.azure.functions</groupId>
                  <artifactId>azure-functions-java-library</artifactId>
                </dependency>
              </dependencies>
              <build>
                <plugins>
                  <plugin>
                    <artifactId>azure-functions-maven-plugin</artifactId>
                    <dependencies><dependency><artifactId>other</artifactId></dependency></dependencies>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private static final String ADDED = """
                <dependency>
                  <groupId>dev.gatehouse</groupId>
                  <artifactId>gatehouse-functions</artifactId>
                  <version>1.2.3</version>
                </dependency>
            """;

    static Stream<Arguments> poms() {
        String last = "    </dependency>\n";
        return Stream.of(
                pom("two spaces", POM, expected(POM, last, last + ADDED)),
                pom(
                        "CRLF",
                        POM.replace("\n", "\r\n"),
                        expected(POM, last, last + ADDED).replace("\n", "\r\n")),
                pom("tabs", tabs(POM), tabs(expected(POM, last, last + ADDED))),
                pom(
                        "a comment behind the last dependency",
                        POM.replace(last, last + "    <!-- </dependencies> -->\n"),
                        expected(POM, last, last + ADDED + "    <!-- </dependencies> -->\n")),
                pom(
                        "a comment beside the last dependency",
                        POM.replace(last, "    </dependency> <!-- needed -->\n"),
                        expected(POM, last, "    </dependency> <!-- needed -->\n" + ADDED)),
                pom(
                        "managed dependencies come first",
                        POM.replace("  <dependencies>\n    <d", MANAGED + "  <dependencies>\n    <d"),
                        expected(POM, last, last + ADDED)
                                .replace("  <dependencies>\n    <d", MANAGED + "  <dependencies>\n    <d")),
                pom("a prefix", prefixed(POM), prefixed(expected(POM, last, last + ADDED))),
                pom(
                        "no dependencies, and a profile with some",
                        withoutDependencies(PROFILE),
                        withoutDependencies("  <dependencies>\n" + ADDED + "  </dependencies>\n" + PROFILE)),
                pom(
                        "an empty list",
                        withoutDependencies("  <dependencies/>\n"),
                        withoutDependencies("  <dependencies>\n" + ADDED + "  </dependencies>\n")),
                pom(
                        "a list with a comment only",
                        withoutDependencies("  <dependencies>\n    <!-- none yet -->\n  </dependencies>\n"),
                        withoutDependencies(
                                "  <dependencies>\n    <!-- none yet -->\n" + ADDED + "  </dependencies>\n")));
    }

    private static final String MANAGED =
            "  <dependencyManagement><dependencies><dependency><artifactId>bom</artifactId></dependency></dependencies></dependencyManagement>\n";

    private static final String PROFILE =
            "  <profiles><profile><dependencies><dependency><artifactId>bom</artifactId></dependency></dependencies></profile></profiles>\n";

    @ParameterizedTest(name = "{0}")
    @MethodSource("poms")
    void addsTheDependencyAsTheAuthorWouldHaveWrittenIt(String name, String pom, String expected) {
        Outcome outcome = GUARD.dependencyIn(of(pom), false);

        assertThat(outcome.pom().text()).isEqualTo(expected);
        assertThat(outcome.changes()).containsExactly("the dependency dev.gatehouse:gatehouse-functions:1.2.3");
        assertThat(GUARD.dependencyIn(outcome.pom(), false).changes()).isEmpty();
    }

    @Test
    void addsTheDependencyToAPomOfOneLine() {
        String line = POM.replaceAll("\n *", "").replaceAll("<!--.*?-->", "");

        Pom changed = GUARD.dependencyIn(of(line), false).pom();

        assertThat(changed.hasDependency("gatehouse-functions")).isTrue();
        assertThat(changed.text().replaceAll("\n *", ""))
                .isEqualTo(line.replace(
                        "</dependency></dependencies><build>",
                        "</dependency>" + ADDED.replaceAll("\n? *", "") + "</dependencies><build>"));
    }

    @Test
    void leavesADependencyThatIsThere() {
        Outcome fromElsewhere = GUARD.dependencyIn(of(POM), true);

        assertThat(fromElsewhere.pom().text()).isEqualTo(POM);
        assertThat(fromElsewhere.byHand()).isEmpty();
    }

    @Test
    void leavesAProfilesDependenciesToAPerson() {
        String pom = withoutDependencies(PROFILE.replace("bom", "azure-functions-java-library"));

        Outcome outcome = GUARD.dependencyIn(of(pom), false);

        assertThat(outcome.pom().text()).isEqualTo(pom);
        assertThat(outcome.byHand()).singleElement().asString().contains("in the profile", "<version>1.2.3</version>");
    }

    static Stream<Arguments> compilers() {
        String lists = """
                <configuration><annotationProcessorPaths>
                          <path><artifactId>lombok</artifactId></path>
                        </annotationProcessorPaths></configuration>""";
        String ofTests = "<executions><execution><id>default-testCompile</id>" + lists + "</execution></executions>";
        return Stream.of(
                Arguments.of("no compiler plugin", 17, "", 0),
                Arguments.of("no compiler plugin, and a javac that runs listed processors only", 23, "", 1),
                Arguments.of("a plugin without configuration", 23, compiler("<version>3.11.0</version>"), 1),
                Arguments.of(
                        "a plugin with configuration",
                        23,
                        compiler("<configuration><release>17</release></configuration>"),
                        1),
                Arguments.of(
                        "all processors are run", 23, compiler("<configuration><proc>full</proc></configuration>"), 0),
                Arguments.of(
                        "all processors are run, as an argument",
                        23,
                        compiler("<configuration><compilerArgs><arg>-proc:full</arg></compilerArgs></configuration>"),
                        0),
                Arguments.of("a list", 17, compiler(lists), 1),
                Arguments.of(
                        "a list of an execution",
                        17,
                        compiler("<executions><execution><id>x</id>" + lists + "</execution></executions>"),
                        1),
                Arguments.of(
                        "a list and another of an execution",
                        17,
                        compiler(lists + "<executions><execution><id>x</id>" + lists + "</execution></executions>"),
                        2),
                Arguments.of("a list for tests", 17, compiler(ofTests), 0),
                Arguments.of("a list that names it", 17, compiler(lists.replace("lombok", "gatehouse-functions")), 0));
    }

    @ParameterizedTest(name = "{0}, JDK {1}")
    @MethodSource("compilers")
    void listsTheProcessorWhereJavacWouldNotFindIt(String name, int jdk, String plugin, int added) {
        String pom = POM.replace("    <plugins>\n", "    <plugins>\n" + plugin);

        Outcome outcome = new GuardInPom("1.2.3", jdk).processorIn(of(pom));

        assertThat(outcome.pom().text().split("<artifactId>gatehouse-functions", -1))
                .hasSize(pom.split("<artifactId>gatehouse-functions", -1).length + added);
        assertThat(outcome.changes()).hasSize(added == 0 ? 0 : 1);
        assertThat(new GuardInPom("1.2.3", jdk).processorIn(outcome.pom()).changes())
                .isEmpty();
        assertThat(outcome.byHand()).isEmpty();
    }

    @Test
    void addsTheProcessorToTheAppsListInItsForm() {
        String list = """
                          <plugin>
                            <artifactId>maven-compiler-plugin</artifactId>
                            <configuration>
                              <annotationProcessorPaths>
                                <annotationProcessorPath>
                                  <artifactId>lombok</artifactId>
                                </annotationProcessorPath>
                              </annotationProcessorPaths>
                            </configuration>
                          </plugin>
                """.indent(-4);
        String pom = POM.replace("    <plugins>\n", "    <plugins>\n" + list);

        assertThat(GUARD.processorIn(of(pom)).pom().text()).contains("""
                            </annotationProcessorPath>
                            <annotationProcessorPath>
                              <groupId>dev.gatehouse</groupId>
                              <artifactId>gatehouse-functions</artifactId>
                              <version>1.2.3</version>
                            </annotationProcessorPath>
                          </annotationProcessorPaths>
                """.indent(0));
    }

    @Test
    void saysWhatItCannotDecide() {
        String off = POM.replace(
                "    <plugins>\n", "    <plugins>\n" + compiler("<configuration><proc>none</proc></configuration>"));
        String profile = POM.replace(
                "  <build>\n",
                "  <profiles><profile><build><plugins>"
                        + compiler(
                                "<configuration><annotationProcessorPaths><path/></annotationProcessorPaths></configuration>")
                        + "</plugins></build></profile></profiles>\n  <build>\n");

        assertThat(GUARD.processorIn(of(off)).byHand())
                .singleElement()
                .asString()
                .contains("proc none");
        assertThat(GUARD.processorIn(of(profile)).byHand())
                .singleElement()
                .asString()
                .contains("a profile lists");
    }

    @Test
    void keepsTheEncoding(@TempDir Path folder) throws Exception {
        String latin = POM.replace("UTF-8", "ISO-8859-1").replace("orders -->", "Aufträge -->");
        Path file = Files.write(folder.resolve("pom.xml"), latin.getBytes(StandardCharsets.ISO_8859_1));

        byte[] changed = GUARD.dependencyIn(Pom.read(file), false).pom().bytes();

        assertThat(new String(changed, StandardCharsets.ISO_8859_1)).contains("Aufträge", "gatehouse-functions");
    }

    @Test
    void keepsAByteOrderMark(@TempDir Path folder) throws Exception {
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Path file = Files.write(
                    folder.resolve("pom.xml"), ("\uFEFF" + POM.replace(" encoding=\"UTF-8\"", "")).getBytes(charset));

            byte[] changed = GUARD.dependencyIn(Pom.read(file), false).pom().bytes();

            assertThat(new String(changed, charset)).startsWith("\uFEFF<?xml").contains("gatehouse-functions");
        }
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("<project>\n<a></b></project>", "pom.xml, line 2: is not well-formed XML"),
                Arguments.of("", "is not well-formed XML"),
                Arguments.of("<settings/>", "expected the element project"),
                Arguments.of(
                        "<?xml version=\"1.0\" encoding=\"x-none\"?><project/>",
                        "has an encoding that is not known: x-none"),
                Arguments.of("<project>\u00e9</project>", "is not written in UTF-8"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void saysWhatIsWrongWithAPom(String text, String message, @TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("pom.xml"), text.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Pom.read(file))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesThePlacesOfAnOldJava() {
        String pom = POM.replace("  <dependencies>\n    <d", """
                  <properties>
                    <java.version>1.8</java.version>
                    <maven.compiler.release>17</maven.compiler.release>
                    <maven.compiler.target>${java.version}</maven.compiler.target>
                    <javaVersion>11</javaVersion>
                  </properties>
                """ + "  <dependencies>\n    <d");

        assertThat(of(pom).olderJava(17))
                .containsExactly("line 6, <java.version>1.8</java.version>", "line 9, <javaVersion>11</javaVersion>");
    }

    private static Pom of(String text) {
        return Pom.of("pom.xml", text, StandardCharsets.UTF_8);
    }

    private static Arguments pom(String name, String pom, String expected) {
        return Arguments.of(name, pom, expected);
    }

    private static String expected(String pom, String what, String by) {
        assertThat(pom).contains(what);
        return pom.replace(what, by);
    }

    private static String compiler(String content) {
        return "<plugin><artifactId>maven-compiler-plugin</artifactId>" + content + "</plugin>";
    }

    private static String withoutDependencies(String by) {
        return POM.replaceFirst("(?s)  <dependencies>\n    <d.*?</dependencies>\n", by);
    }

    private static String tabs(String pom) {
        UnaryOperator<String> line =
                text -> "\t".repeat((text.length() - text.stripLeading().length()) / 2) + text.stripLeading();
        return String.join("\n", pom.lines().map(line).toList()) + "\n";
    }

    private static String prefixed(String pom) {
        return pom.replaceAll("<(/?)([a-zA-Z])", "<$1m:$2").replace("xmlns=", "xmlns:m=");
    }
}
