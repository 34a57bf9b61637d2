package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chain.entra.directory.Redirects;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class UserAppsTest {
    @Command
    private static final class WithApps {
        @Mixin
        private UserApps apps = new UserApps();
    }

    @Test
    void registersAddressesAndAllowsTheOriginsOfPages() {
        UserApps apps = parsed(
                "--spa",
                "http://localhost:5173/auth",
                "--spa",
                "http://localhost:5173/silent",
                "--web",
                "https://site.example/signin-oidc");

        assertThat(apps.redirects())
                .isEqualTo(new Redirects(
                        List.of("http://localhost:5173/auth", "http://localhost:5173/silent"),
                        List.of("https://site.example/signin-oidc"),
                        List.of()));
        assertThat(apps.origins()).containsExactly("http://localhost:5173");
    }

    @Test
    void registersNothingWithoutThem() {
        assertThat(parsed().redirects()).isEqualTo(Redirects.none());
        assertThat(parsed().origins()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example/",
                "localhost:5173",
                "/auth",
                "https://app.example/#x",
                "https://user@app.example/",
                "https://*.app.example/",
                "javascript:alert(1)",
                "http://localhost.evil.example/",
                ""
            })
    void refusesWhatEntraDoesNotRegister(String address) {
        assertThatThrownBy(() -> parsed("--spa", address))
                .isInstanceOf(CommandLine.ParameterException.class)
                .hasMessageContaining("'" + address + "' is not a redirect address that Entra registers");
    }

    private static UserApps parsed(String... arguments) {
        WithApps command = new WithApps();
        new CommandLine(command).parseArgs(arguments);
        return command.apps;
    }
}
