package dev.gatehouse.cli;

import dev.gatehouse.doctor.token.UnreadableInput;
import dev.gatehouse.token.Redaction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine;

/** What is given on standard input or in a file; it may be secret, so no message repeats it. */
record Input(CommandLine line) {
    static final String STANDARD = "-";
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    /** @param prompt for who sits at a terminal */
    String text(String file, String prompt) {
        if (file.equals(STANDARD)) {
            if (System.console() != null) {
                line.getErr().println(prompt);
                line.getErr().flush();
            }
            return read(System.in, "standard input");
        }
        String name = Redaction.of(String.valueOf(Path.of(file).getFileName())); // may be a token by mistake
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return read(in, name);
        } catch (NoSuchFileException missing) {
            throw new UnreadableInput(name + " is not there");
        } catch (IOException unreadable) {
            throw new UnreadableInput(name + " cannot be read");
        }
    }

    private static String read(InputStream in, String name) {
        try {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new UnreadableInput(name + " is longer than " + MOST_BYTES + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UnreadableInput(name + " cannot be read");
        }
    }
}
