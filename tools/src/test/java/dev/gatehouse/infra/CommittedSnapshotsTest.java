package dev.gatehouse.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.fixtures.RealBicep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The committed snapshots have the values that Bicep CLI 0.49.2 wrote, for as long as the infrastructure is what it compiled then.
 * Whoever changes it, and has the real CLI, writes its snapshots and the new digest into {@code real-bicep}.
 */
class CommittedSnapshotsTest {

    @ParameterizedTest
    @MethodSource("dev.gatehouse.fixtures.Snapshots#names")
    void areAsTheRealCompilerWritesThem(String name) throws Exception {
        assumeTrue(
                Files.readString(RealBicep.file("inputs.sha256")).strip().equals(digest()),
                "the infrastructure changed since the real compiler's snapshots were made: digest " + digest());
        ObjectMapper json = new ObjectMapper();

        assertThat(json.readTree(Path.of("infra", name + ".snapshot.json").toFile()))
                .isEqualTo(json.readTree(RealBicep.file(name + ".snapshot.json").toFile()));
    }

    /** Of all that the compiler reads. */
    private static String digest() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.walk(Path.of("infra"))) {
            List<Path> inputs = Stream.concat(
                            files.filter(file ->
                                    file.toString().matches(".*\\.(bicep|bicepparam|xml|kql)|.*demonstration-.*")),
                            Stream.of(Path.of("contract/security.json"), Path.of("host.json")))
                    .sorted()
                    .toList();
            for (Path input : inputs) {
                digest.update(text(input).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whatever line ends a checkout has. */
    private static String text(Path file) throws IOException {
        return file.toString().replace('\\', '/') + "\n"
                + Files.readString(file).replace("\r\n", "\n");
    }
}
