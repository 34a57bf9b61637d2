package dev.gatehouse.cli;

import dev.gatehouse.screen.Screen;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The screen that standard output goes to: coloured and as wide as the terminal, or neither when it is piped. */
final class Terminal {
    private Terminal() {}

    static Screen of(CommandLine line) {
        if (System.console() == null) { // the launcher keeps this true of JDK 22 and newer
            return new Screen(Ansi.AUTO.enabled(), Integer.MAX_VALUE);
        }
        return new Screen(
                Ansi.AUTO.enabled(), // knows NO_COLOR and its like
                line.getCommandSpec().usageMessage().autoWidth(true).width());
    }
}
