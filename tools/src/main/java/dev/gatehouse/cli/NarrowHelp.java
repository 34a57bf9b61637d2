package dev.gatehouse.cli;

import dev.gatehouse.rendering.Screen;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The help on a screen that is too narrow for picocli's two columns: each text below what it explains. */
record NarrowHelp(Screen screen) {
    /** Below it picocli's own layout does not go. */
    static final int WIDTH_OF_PICOCLI = 55;

    private static final int INDENT = 4;

    /** So that picocli breaks no word of a synopsis. */
    private static final int UNBROKEN = 2000;

    /** Replaces the sections that picocli would print wider than the screen. */
    void replaceSectionsOf(CommandLine line) {
        Map<String, IHelpSectionRenderer> sections = line.getHelpSectionMap();
        sections.put(UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING, help -> text(List.of("Usage:")));
        sections.put(UsageMessageSpec.SECTION_KEY_SYNOPSIS, this::synopsis);
        sections.put(UsageMessageSpec.SECTION_KEY_DESCRIPTION, help -> text(description(help)));
        sections.put(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST, this::parameters);
        sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, this::options);
        sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, this::commands);
        sections.put(UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST, this::exitCodes);
        line.setHelpSectionMap(sections);
        line.setUsageHelpWidth(UNBROKEN);
    }

    private String synopsis(Help help) {
        return text(screen.indented(2, help.synopsis(0).strip().replaceAll("\\s+", " ")));
    }

    private List<String> description(Help help) {
        return Arrays.stream(help.commandSpec().usageMessage().description())
                .flatMap(paragraph -> paragraph.formatted().lines())
                .flatMap(paragraph -> screen.indented(0, paragraph).stream())
                .toList();
    }

    private String parameters(Help help) {
        return text(help.commandSpec().positionalParameters().stream()
                .filter(each -> !each.hidden())
                .sorted()
                .flatMap(each -> entry(label(help, each), each.description()))
                .toList());
    }

    private String options(Help help) {
        return text(help.commandSpec().options().stream()
                .filter(each -> !each.hidden())
                .sorted(Help.createShortOptionNameComparator())
                .flatMap(each -> entry(names(help, each), each.description()))
                .toList());
    }

    private String commands(Help help) {
        return text(help.subcommands().values().stream()
                .flatMap(each -> entry(
                        each.commandSpec().name(),
                        each.commandSpec().usageMessage().description()))
                .toList());
    }

    private String exitCodes(Help help) {
        return text(help.commandSpec().usageMessage().exitCodeList().entrySet().stream()
                .flatMap(each -> entry(each.getKey(), new String[] {each.getValue()}))
                .toList());
    }

    private static String names(Help help, OptionSpec option) {
        return String.join(", ", option.names()) + label(help, option);
    }

    private static String label(Help help, ArgSpec argument) {
        String label = help.parameterLabelRenderer()
                .renderParameterLabel(argument, Help.Ansi.OFF, List.of())
                .toString();
        return argument instanceof PositionalParamSpec ? label.strip() : label;
    }

    private Stream<String> entry(String name, String[] explanation) {
        return Stream.concat(
                screen.indented(2, name).stream(),
                Arrays.stream(explanation)
                        .flatMap(each -> each.formatted().lines())
                        .flatMap(each -> screen.indented(INDENT, each).stream()));
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line + System.lineSeparator()).collect(Collectors.joining());
    }
}
