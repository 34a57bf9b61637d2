package dev.gatehouse.cli;

import dev.gatehouse.rendering.Screen;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * The terminal of standard output: colours and width of the terminal, or neither when the output is piped.
 *
 * @param columns width of the terminal, as the launcher reports it; empty when it reports none
 * @param isInput whether standard input is a terminal
 */
record Terminal(Optional<Integer> columns, boolean isInput) {

    /** Java detects a terminal only if both input and output are terminals (the launcher ensures this for JDK 22 and newer). */
    private static Terminal ofLauncher() {
        boolean both = System.console() != null;
        return new Terminal(columnsOfLauncher(), both || Boolean.getBoolean("gatehouse.input.is.terminal"));
    }

    static Optional<Integer> columnsOfLauncher() {
        return Optional.ofNullable(Integer.getInteger("gatehouse.columns"));
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

    /** https://no-color.org, and terminals without colours. */
    private static boolean wantsColours(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"0".equals(environment.get("CLICOLOR"))
                && !"dumb".equals(environment.get("TERM"));
    }
}
