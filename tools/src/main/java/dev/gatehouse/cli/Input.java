package dev.gatehouse.cli;

import dev.gatehouse.input.GivenText;
import picocli.CommandLine;

/** Text from standard input or a file; it may be secret, so no message repeats it. */
record Input(CommandLine line) {
    static final String STANDARD = "-";

    /** @param prompt shown when the input is a terminal */
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
