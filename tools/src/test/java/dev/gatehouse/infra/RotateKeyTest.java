package dev.gatehouse.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code infra/rotate-key} with a stand-in for {@code az}, which keeps what it is given in files and writes down each call. */
@EnabledOnOs(OS.LINUX)
class RotateKeyTest {
    private static final String AZ = """
            #!/bin/sh
            cd "$STATE"
            printf '%s\\n' "$*" | sed 's/--body @[^ ]*/--body FILE/' >>calls
            case "$*" in *"$FAILS_AT"*) exit 1 ;; esac
            body=$(printf '%s\\n' "$*" | sed -n 's/.*--body @\\([^ ]*\\).*/\\1/p')
            value=$(sed -n 's/.*"value":"\\([^"]*\\)".*/\\1/p' "${body:-/dev/null}")
            case "$*" in
                "resource list"*) printf '/%s\\n' "$(printf '%s\\n' "$*" | sed 's/.*--resource-type \\([^ ]*\\) .*/\\1/')" ;;
                *"get"*function-key*) cat kind ;;
                *put*functionKeys*) printf '%s' "$value" >"key-$(basename "${5%%\\?*}")" ;;
                *put*secrets*) printf '%s' "$value" >vault; sed -n 's/.*"contentType":"\\([^"]*\\)".*/\\1/p' "$body" >kind ;;
                *refreshSecret*) cp vault gateway ;;
                *listValue*) cat gateway ;;
                *delete*functionKeys*) rm "key-$(basename "${5%%\\?*}")" ;;
            esac
            """;

    @TempDir
    Path folder;

    private String output;

    @BeforeEach
    void aKeyIsThere() throws IOException {
        Path az = Files.createDirectory(folder.resolve("bin")).resolve("az");
        Files.writeString(az, AZ);
        Files.setPosixFilePermissions(az, PosixFilePermissions.fromString("rwx------"));
        for (String file : List.of("key-gateway", "vault", "gateway")) {
            Files.writeString(folder.resolve(file), "former");
        }
        Files.writeString(folder.resolve("kind"), "host key gateway\n");
    }

    @Test
    void bothKeysAreValidUntilTheGatewayHasTheNewOne() throws Exception {
        assertThat(run("nothing")).isZero();

        assertThat(folder.resolve("key-gateway")).doesNotExist();
        String key = Files.readString(folder.resolve("key-gateway-2"));
        assertThat(key).hasSize(64);
        assertThat(folder.resolve("vault")).hasContent(key);
        assertThat(folder.resolve("gateway")).hasContent(key);
        assertThat(folder.resolve("kind")).hasContent("host key gateway-2");
        List<String> calls = Files.readAllLines(folder.resolve("calls"));
        assertThat(calls.get(calls.size() - 1)).contains("delete", "functionKeys/gateway?");
        assertThat(String.join("\n", calls)).doesNotContain(key);
        assertThat(output).doesNotContain(key).contains("the gateway uses host key gateway-2");
    }

    @Test
    void theNamesTakeTurns() throws Exception {
        assertThat(run("nothing")).isZero();
        assertThat(run("nothing")).isZero();

        assertThat(folder.resolve("key-gateway")).exists();
        assertThat(folder.resolve("key-gateway-2")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"put --url /Microsoft.Web", "put --url /Microsoft.KeyVault", "refreshSecret"})
    void aStepThatFailsLeavesTheFormerKey(String call) throws Exception {
        assertThat(run(call)).isEqualTo(1);

        assertThat(folder.resolve("key-gateway")).hasContent("former");
        assertThat(output).contains("both keys are valid, run it again");
    }

    @Test
    void aSecretOfSomethingElseIsLeftAlone() throws Exception {
        Files.writeString(folder.resolve("kind"), "text/plain\n");

        assertThat(run("nothing")).isEqualTo(1);

        assertThat(output).contains("text/plain", "expected host key gateway");
        assertThat(folder.resolve("vault")).hasContent("former");
    }

    private int run(String failsAt) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "infra/rotate-key", "gatehouse", "--wait", "0");
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("STATE", folder.toString());
        builder.environment().put("FAILS_AT", failsAt);
        builder.redirectErrorStream(true);
        Process process = builder.start();
        output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
