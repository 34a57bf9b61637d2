package dev.gatehouse.check;

import dev.gatehouse.cli.GatehouseCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** A folder that the command is called from. */
public final class CheckedFolder {
    private static final String CALLED_FROM = "gatehouse.called.from";

    private final Path folder;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    public CheckedFolder(Path folder) {
        this.folder = folder;
    }

    public CheckedFolder with(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    public String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    /** The exit code. */
    public int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        CommandLine line = GatehouseCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        System.setProperty(CALLED_FROM, folder.toString());
        try {
            return line.execute(arguments);
        } finally {
            System.clearProperty(CALLED_FROM);
        }
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }
}
