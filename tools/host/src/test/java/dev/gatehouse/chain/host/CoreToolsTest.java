package dev.gatehouse.chain.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What can be said of Core Tools without having them. */
class CoreToolsTest {
    @TempDir
    Path folder;

    @Test
    void tellsHowToGetFuncWhenItIsMissing() {
        assertThatThrownBy(() -> CoreTools.start(launch(), Map.of("PATH", folder.toString()), line -> {}))
                .isInstanceOf(HostStartException.class)
                .hasMessageContaining("npm i -g azure-functions-core-tools@4")
                .hasMessageContaining("https://aka.ms/azfunc-install");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void startsFuncOnACopyWithKeysOfItsOwn() throws IOException {
        FakeFunc.install(folder);
        List<String> log = new CopyOnWriteArrayList<>();

        try (RunningHost host = CoreTools.start(launch(), Map.of("PATH", folder.toString()), log::add)) {
            assertThat(new RawHttp(host.port()).get("/keys").body()).contains(FixtureHost.GATEWAY);
        }
        assertThat(log).containsExactly("the default key is ***");
        assertThat(folder.resolve("local.settings.json")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void showsWhatFuncSaidWhenItEnds() throws IOException {
        Path func = Files.writeString(folder.resolve("func"), "#!/bin/sh\necho no worker found\nexit 1\n");
        assertThat(func.toFile().setExecutable(true)).isTrue();

        assertThatThrownBy(() -> CoreTools.start(launch(), Map.of("PATH", folder.toString()), line -> {}))
                .isInstanceOf(HostStartException.class)
                .hasMessageContaining("no worker found");
    }

    @Test
    void handsSettingsAndKeysOverInFiles() throws IOException {
        try (StagingCopy copy = StagingCopy.of(folder)) {
            new CoreToolsFiles(copy).write(launch());

            assertThat(copy.app().resolve("local.settings.json"))
                    .content()
                    .contains("\"AUDIENCE\":\"api://x\"", "\"AzureWebJobsSecretStorageType\":\"files\"", "-Da=b -Dc=d");
            Path secrets = copy.folder().resolve("secrets/functions/secrets/host.json");
            assertThat(Files.readString(secrets)).contains(FixtureHost.MASTER, FixtureHost.GATEWAY);
        }
    }

    private HostLaunch launch() {
        Map<String, String> settings = Map.of("AUDIENCE", "api://x");
        return new HostLaunch(folder, settings, FixtureHost.KEYS, List.of("-Da=b", "-Dc=d"));
    }
}
