package dev.gatehouse.chain.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class TemporaryFolderTest {

    @Test
    void goesWithAllThatIsInIt() throws IOException {
        TemporaryFolder folder = TemporaryFolder.create("gatehouse-test-");
        Files.writeString(Files.createDirectories(folder.path().resolve("a/b")).resolve("c"), "c");

        folder.close();
        folder.close();

        assertThat(folder.path()).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isReadByThisUserOnly() throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create("gatehouse-test-")) {
            Path path = folder.path();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
        }
    }
}
