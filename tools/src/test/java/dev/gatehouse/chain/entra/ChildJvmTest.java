package dev.gatehouse.chain.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.tls.LocalTls;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another Java process needs of the local chain is said by flags and environment, not by code. */
class ChildJvmTest {
    @TempDir
    Path folder;

    @Test
    void reachesEntraAndItsIdentityByFlagsAndEnvironmentAlone() throws Exception {
        LocalTls tls = LocalTls.create(folder);
        try (LocalEntra entra =
                LocalEntra.start(Contoso.directory(RunningContoso.CERTIFICATE), tls, Clock.systemUTC())) {
            ProcessBuilder child = new ProcessBuilder(command(entra, tls)).redirectErrorStream(true);
            child.environment().clear();
            child.environment()
                    .put("LC_CTYPE", "C.UTF-8"); // else a class path with a letter outside ASCII is not found
            child.environment().putAll(entra.identityEndpoint(Contoso.GATEWAY).environment());
            Process process = child.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said).contains("oid " + Contoso.GATEWAY_OID).containsPattern("metadata \\d+");
        }
    }

    private static List<String> command(LocalEntra entra, LocalTls tls) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(entra.proxy().javaFlags());
        command.addAll(tls.trust().javaFlags());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ChildProbe.class.getName()));
        return command;
    }
}
