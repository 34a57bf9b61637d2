package dev.gatehouse.chain.host;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The fixture app with all its functions, behind a host in this JVM for as long as a class of tests runs. */
final class ServedFixture implements BeforeAllCallback, AfterAllCallback {
    private @Nullable Path folder;
    private @Nullable FixtureHost host;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("gatehouse-fixture");
        StagedFixture.all(folder);
        host = FixtureHost.start(folder, Map.of());
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        requireNonNull(host).close();
        try (Stream<Path> files = Files.walk(requireNonNull(folder))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Where the app is staged. */
    Path folder() {
        return requireNonNull(folder);
    }

    RawHttp call() {
        return requireNonNull(host).call();
    }

    /** What the host has logged. */
    List<String> log() {
        return requireNonNull(host).log();
    }
}
