package dev.gatehouse.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenModuleTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void isBuiltWithTheModulesThatItDependsOn() {
        AppOnDisk.in(folder)
                .with("pom.xml", modules("app", "core/model", "other"))
                .with("app/pom.xml", pom("app", "model"))
                .with("core/model/pom.xml", pom("model", "elsewhere"))
                .with("other/pom.xml", pom("other", "model"))
                .with("app/target/azure-functions/app/host.json", "{}");
        MavenModule module = module("app/target/azure-functions/app");

        assertThat(module).isEqualTo(new MavenModule(folder.resolve("app"), folder));
        assertThat(module.selection()).containsExactly("-pl", "app", "-am");
        assertThat(module.sources())
                .contains(
                        folder.resolve("pom.xml"),
                        folder.resolve("app/pom.xml"),
                        folder.resolve("app/src/main"),
                        folder.resolve("core/model/src/main"))
                .doesNotContain(folder.resolve("other/src/main"), folder.resolve("src/main"));
    }

    @Test
    void isBuiltAloneWhereNoPomAboveListsIt() {
        AppOnDisk.in(folder).with("pom.xml", modules("other")).with("app/pom.xml", pom("app", "model"));
        MavenModule module = module("app/target/azure-functions/app");

        assertThat(module.root()).isEqualTo(folder.resolve("app"));
        assertThat(module.selection()).isEmpty();
    }

    @Test
    void hasTheSourcesThatItsPomNamesButNotTheFolderAbove() {
        AppOnDisk.in(folder).with("pom.xml", """
                <project>
                  <artifactId>app</artifactId>
                  <build>
                    <sourceDirectory>main/java</sourceDirectory>
                    <resources>
                      <resource><directory>..</directory></resource>
                      <resource><directory>../contract</directory></resource>
                      <resource><directory>${elsewhere}</directory></resource>
                    </resources>
                  </build>
                </project>
                """);

        assertThat(module("target/azure-functions/app").sources())
                .containsExactlyInAnyOrder(
                        folder.resolve("pom.xml"),
                        folder.resolve("host.json"),
                        folder.resolve(".mvn"),
                        folder.resolve("src/main"),
                        folder.resolve("main/java"),
                        folder.resolveSibling("contract"));
    }

    private MavenModule module(String staged) {
        return MavenModule.of(folder.resolve(staged)).orElseThrow();
    }

    private static String pom(String artifact, String dependency) {
        return "<project><artifactId>" + artifact + "</artifactId><dependencies><dependency><artifactId>" + dependency
                + "</artifactId></dependency></dependencies></project>";
    }

    private static String modules(String... names) {
        return "<project><artifactId>all</artifactId><modules><module>" + String.join("</module><module>", names)
                + "</module></modules></project>";
    }
}
