package dev.gatehouse.check.input;

import dev.gatehouse.check.input.InputReading.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads the files, folders and patterns that a user names; the others are read even if one cannot be.
 *
 * @param here the folder that relative names start from
 * @param choice of the files in folders and of those that patterns match
 * @param standardInput the name of what is read from standard input; empty for none
 */
public record Inputs(Path here, BicepCompiler bicep, FileChoice choice, String standardInput) {
    private static final String STANDARD_INPUT = "-";
    private static final String KINDS = "snapshot, ARM template, policy, Bicep file or export of az";

    /** All files of folders. */
    public Inputs(Path here, BicepCompiler bicep) {
        this(here, bicep, FileChoice.all(), "");
    }

    public InputReading read(List<String> names) {
        SourceReader reader = new SourceReader(bicep);
        InputReading all = InputReading.nothing();
        for (String name : names) {
            all = all.and(read(name, reader));
        }
        return all.and(reader.together());
    }

    private InputReading read(String name, SourceReader reader) {
        if (name.equals(STANDARD_INPUT)) {
            return standardInput(reader);
        }
        if (Glob.is(name)) {
            return matching(name, reader);
        }
        Path path = here.resolve(name);
        if (Files.isDirectory(path)) {
            return folder(path, name, reader);
        }
        SourceFile source = new SourceFile(path, name);
        return Files.isRegularFile(path)
                ? reader.read(source, false)
                : InputReading.of(source.unreadable("not found; name an existing file or folder"));
    }

    /** One deployment or one policy: its name says which, or its first character. */
    private InputReading standardInput(SourceReader reader) {
        try {
            byte[] bytes = System.in.readNBytes(SourceReader.LARGEST + 1);
            if (FileKind.of(standardInput) == FileKind.BICEP) {
                return InputReading.of(new UnreadableFile(
                        standardInput, "is Bicep, which is compiled from files; name the file instead of -"));
            }
            if (!standardInput.isEmpty()) {
                return reader.read(new SourceFile(here.resolve(standardInput), standardInput), bytes, false);
            }
            char first = FileText.guessed(bytes).stripLeading().concat("<").charAt(0);
            String ending = first == '{' || first == '[' ? ".json" : ".xml";
            return reader.read(new SourceFile(here.resolve("standard input" + ending), "standard input"), bytes, false);
        } catch (IOException unreadable) {
            return InputReading.of(new UnreadableFile("standard input", "cannot be read: " + unreadable.getMessage()));
        }
    }

    private InputReading folder(Path folder, String name, SourceReader reader) {
        return each(new Named(folder, name, source -> true), reader, new UnreadableFile(name, "contains no " + KINDS));
    }

    /** What a shell leaves to the command: quoted, or on Windows. */
    private InputReading matching(String pattern, SourceReader reader) {
        Glob glob = new Glob(pattern);
        Path folder = here.resolve(glob.folder());
        UnreadableFile none = new UnreadableFile(pattern, "matches no " + KINDS);
        return Files.isDirectory(folder)
                ? each(new Named(folder, glob.folder(), source -> glob.matches(source.shown())), reader, none)
                : InputReading.of(none);
    }

    /**
     * Files that are named together.
     *
     * @param shown the folder's name in the names of its files
     */
    private record Named(Path folder, String shown, Predicate<SourceFile> which) {}

    /** @param none what to say where there are none */
    private InputReading each(Named named, SourceReader reader, UnreadableFile none) {
        try {
            Folder files =
                    Folder.of(named.folder(), named.shown(), named.which().and(each -> choice.has(each.file())), bicep);
            boolean isKnown = files.toRead().stream().anyMatch(reader::hasRead);
            InputReading all = InputReading.skipped(files.skipped());
            for (SourceFile file : files.toRead()) {
                all = all.and(reader.read(file, true));
            }
            boolean isOther = !isKnown && all.isNothing() && files.skipped().isEmpty() && !reader.hasExports();
            return isOther ? InputReading.of(none) : all;
        } catch (IOException unreadable) {
            return InputReading.of(new UnreadableFile(none.file(), "cannot be read: " + unreadable.getMessage()));
        }
    }
}
