package dev.gatehouse.cli;

import dev.gatehouse.input.GivenText;
import picocli.CommandLine;

/** What is given on standard input or in a file; it may be secret, so no message repeats it. */
record Input(CommandLine line) {
    static final String STANDARD = "-";

    /** @param prompt for who sits at a terminal */
    String text(String file, String prompt) {
        if (!file.equals(STANDARD)) {
            return GivenText.read(WorkingDirPathConverter.file(file));
        }
        if (Terminal.canBeTypedInto()) {
            line.getErr().println(prompt);
            line.getErr().flush();
        }
        return GivenText.read(System.in, "standard input");
    }
}
