package dev.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that forbids a claim would admit every token if that claim were not cached. */
class JudgedClaimsTest {
    private static final Path PACKAGE = Path.of("guard/core/src/main/java/dev/gatehouse/token");
    private static final Pattern READING =
            Pattern.compile("\\.(?:has|text|texts|values|instant|shown)\\(\\s*\"([^\"]+)\"\\s*\\)");

    @ParameterizedTest
    @MethodSource("namesInTheRules")
    void keepsEveryClaimThatIsRead(String name) {
        Claims all = new Claims(Map.of(name, "x"));

        assertThat(all.judged(new Claims(Map.of())).has(name)).isTrue();
    }

    @Test
    void leavesOutClaimsThatNoCheckReads() {
        Claims all = new Claims(Map.of("aud", "x", "email", "y"));

        assertThat(all.judged(all).asMap()).isEqualTo(Map.of("aud", "x"));
    }

    @Test
    void seesTheRulesReadClaims() throws IOException {
        assertThat(namesInTheRules()).contains("iss", "aud", "exp", "oid", "roles", "xms_mirid");
    }

    static Set<String> namesInTheRules() throws IOException {
        Set<String> names = new TreeSet<>();
        for (TokenVersion version : TokenVersion.values()) {
            names.add(version.clientClaim());
        }
        for (Path file : sources()) {
            READING.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
        }
        return names;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(PACKAGE)) {
            return files.toList();
        }
    }
}
