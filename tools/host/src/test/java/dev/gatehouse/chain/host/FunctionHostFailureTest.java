package dev.gatehouse.chain.host;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chain.host.fixture.Plain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is said when the child does not come up. */
@Timeout(60)
class FunctionHostFailureTest {
    @TempDir
    Path folder;

    Path staging;

    @BeforeEach
    void stage() throws IOException {
        staging = Files.createDirectory(folder.resolve("staging"));
    }

    @Test
    void saysWhyItDidNotStart() {
        assertThatThrownBy(() -> start(List.of()))
                .isInstanceOf(HostStartException.class)
                .hasMessageContaining("no staged function found");
    }

    @Test
    void showsTheLastLogLines() throws IOException {
        StagedFixture.bare(staging, List.of()).function("calib", Plain.class, "count", "{}");

        assertThatThrownBy(() -> start(List.of()))
                .hasMessageContaining("must not end in lib")
                .hasMessageContaining("at dev.gatehouse.chain.host.StagedFunction");
    }

    @Test
    void showsWhatTheJvmItselfSaid() {
        assertThatThrownBy(() -> start(List.of("-XX:NoSuchOption"))).hasMessageContaining("NoSuchOption");
    }

    private void start(List<String> options) {
        HostLaunch launch = new HostLaunch(staging, Map.of(), FixtureHost.KEYS, options);
        FunctionHost.start(launch, line -> {}).close();
    }
}
