package dev.gatehouse.cli;

import dev.gatehouse.rendering.Screen;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * The screen that standard output goes to: coloured and as wide as the terminal, or neither when it is piped.
 *
 * @param columns of the terminal that standard output is, as the launcher says it; empty where it says nothing
 * @param isInput whether somebody can type
 */
record Terminal(Optional<Integer> columns, boolean isInput) {

    /** Java itself knows a terminal only where input and output are one (the launcher keeps this true of JDK 22 and newer). */
    private static Terminal ofLauncher() {
        boolean both = System.console() != null;
        return new Terminal(
                Optional.ofNullable(Integer.getInteger("gatehouse.columns")),
                both || Boolean.getBoolean("gatehouse.input.is.terminal"));
    }

    static boolean canBeTypedInto() {
        return ofLauncher().isInput();
    }

    static Screen of(CommandLine line) {
        return ofLauncher().screen(line, System.getenv());
    }

    Screen screen(CommandLine line, Map<String, String> environment) {
        if (columns.isPresent()) {
            return new Screen(Ansi.AUTO.enabled() || wantsColours(environment), columns.get());
        }
        return System.console() == null
                ? new Screen(Ansi.AUTO.enabled(), Integer.MAX_VALUE)
                : new Screen(
                        Ansi.AUTO.enabled() && wantsColours(environment),
                        line.getCommandSpec().usageMessage().autoWidth(true).width());
    }

    /** https://no-color.org, and terminals that know no colours. */
    private static boolean wantsColours(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"0".equals(environment.get("CLICOLOR"))
                && !"dumb".equals(environment.get("TERM"));
    }
}
