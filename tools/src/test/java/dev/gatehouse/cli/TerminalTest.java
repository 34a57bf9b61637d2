package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.rendering.Screen;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    @ParameterizedTest
    @CsvSource({
        "40, TERM, xterm, true",
        "200, TERM, dumb, false",
        "80, NO_COLOR, 1, false",
        "80, NO_COLOR, '', true",
        "80, CLICOLOR, 0, false"
    })
    void isAsWideAsTheLauncherSaysAndColouredUnlessNotWanted(
            int columns, String variable, String value, boolean colours) {
        assertThat(new Terminal(Optional.of(columns), false)
                        .screen(GatehouseCommand.commandLine(), Map.of(variable, value)))
                .isEqualTo(new Screen(colours, columns));
    }

    @Test
    void isPlainAndEndlessWherePiped() {
        assertThat(new Terminal(Optional.empty(), true).screen(GatehouseCommand.commandLine(), Map.of("TERM", "xterm")))
                .isEqualTo(Screen.plain());
    }
}
