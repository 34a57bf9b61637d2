package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.entra.IdentityEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@link ManagedIdentityMain} with only the locale and the local identity endpoint in its environment. */
record ManagedIdentityProcess(IdentityEndpoint endpoint) {
    private static final int PATIENCE_SECONDS = 30;

    /** Locale variables: without them a JVM does not find a class path with non-ASCII folder names. */
    private static final List<String> LOCALE = List.of("LC_ALL", "LC_CTYPE", "LANG");

    DemoTokenOutcome token(String resource) {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManagedIdentityMain.class.getName(),
                        resource))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(LOCALE);
        builder.environment().putAll(endpoint.environment());
        try {
            Process process = builder.start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new DemoTokenOutcome.Refused("no response within " + PATIENCE_SECONDS + " s");
            }
            return process.exitValue() == 0
                    ? new DemoTokenOutcome.Issued(answer)
                    : new DemoTokenOutcome.Refused(answer);
        } catch (IOException notStarted) {
            throw new UncheckedIOException("a Java process cannot be started", notStarted);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new DemoTokenOutcome.Refused("interrupted");
        }
    }
}
