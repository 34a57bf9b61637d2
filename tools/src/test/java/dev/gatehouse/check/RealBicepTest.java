package dev.gatehouse.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.check.input.InputReading;
import dev.gatehouse.check.input.InputReading.UnreadableFile;
import dev.gatehouse.fixtures.RealBicep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The project's own infrastructure as the real Bicep compiles and predicts it, has no findings, like the committed snapshots. */
class RealBicepTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.gatehouse.fixtures.Snapshots#names")
    void findsNothingInASnapshot(String name) throws IOException {
        CheckFindings report = project().check("x.snapshot.json", Files.readString(RealBicep.snapshotFile(name)));

        assertThat(report.findings()).isEmpty();
        assertThat(report.undecided()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.fixtures.Snapshots#names")
    void saysOfATemplateWithItsParametersWhatItSaysOfTheSnapshotButForWhatAzureKnows(String name) throws IOException {
        CheckFindings report =
                project().check("main.json", RealBicep.templateOf(name).toString());

        assertThat(report.findings()).isEmpty();
        assertThat(report.undecided()).allSatisfy(each -> assertThat(each.because())
                .isIn(
                        "only known at run time: tenant().tenantId",
                        "only known at run time: uniqueString(resourceGroup().id, 'dev')"));
    }

    /** Only parameters, and what Azure knows alone, keep it from being decided. */
    @Test
    void findsNothingInTheTemplateAloneAndSaysOnceWhatParametersDecide() throws IOException {
        CheckFindings report = project().check("main.json", Files.readString(RealBicep.TEMPLATE));

        assertThat(report.findings()).isEmpty();
        assertThat(report.undecided())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.because())
                        .containsPattern("parameters\\(|tenant\\(\\)|the token is validated on a condition"))
                .doesNotHaveDuplicates()
                .extracting(each -> each.place() + " " + each.because())
                .doesNotHaveDuplicates();
    }

    @Test
    void checksASnapshotWithoutTheDeploymentsNameAsFarAsItGoesAndSaysHowToMakeItAgain() throws IOException {
        InputReading reading = project().read("main.snapshot.json", Files.readString(RealBicep.WITHOUT_NAME));

        assertThat(reading.deployments()).hasSize(1);
        assertThat(reading.unreadable())
                .singleElement()
                .extracting(UnreadableFile::toString)
                .asString()
                .startsWith("main.snapshot.json: was created without --deployment-name main, so the outputs of modules"
                        + " are unknown, in ")
                .endsWith(
                        "; create it again with: bicep snapshot main.bicepparam --mode overwrite --deployment-name main");
    }

    private ProjectFolder project() throws IOException {
        return ProjectFolder.ofTheRealCompiler(folder);
    }
}
