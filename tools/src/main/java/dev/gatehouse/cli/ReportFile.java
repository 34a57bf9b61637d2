package dev.gatehouse.cli;

import dev.gatehouse.input.GivenText;
import dev.gatehouse.input.UnreadableInput;
import dev.gatehouse.rendering.Page;
import dev.gatehouse.rendering.PageHtml;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a report to a new file; an existing file is never overwritten. */
final class ReportFile {
    private ReportFile() {}

    static void write(Path file, Page page) {
        write(file, PageHtml.of(page));
    }

    static void write(Path file, String text) {
        if (file.equals(GivenText.STANDARD_INPUT)) {
            throw new UnreadableInput("- is not the name of a new file");
        }
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException there) {
            throw new UnreadableInput(
                    file.getFileName() + " already exists and is not overwritten; use another file name");
        } catch (IOException unwritable) {
            throw new UnreadableInput(file.getFileName() + " cannot be written");
        }
    }
}
