package dev.gatehouse.init;

import dev.gatehouse.input.UnreadableInput;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Objects;

/** Files that are there as a whole, or not at all. */
final class NewFile {
    private NewFile() {}

    /** A file that exists is kept. */
    static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, content, java.nio.file.StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException kept) {
            return;
        } catch (IOException unwritable) {
            throw new UnreadableInput(file + " cannot be written (" + unwritable + ")");
        }
    }

    /** Keeps the file's permissions; a symbolic link stays one. */
    static void replace(Path file, byte[] content) {
        try {
            Path target = file.toRealPath();
            Path written = Files.write(
                    Files.createTempFile(Objects.requireNonNull(target.getParent()), ".gatehouse", ".tmp"), content);
            try {
                PosixFileAttributeView permissions = Files.getFileAttributeView(target, PosixFileAttributeView.class);
                if (permissions != null) {
                    Files.setPosixFilePermissions(
                            written, permissions.readAttributes().permissions());
                }
                Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException unwritable) {
            throw new UnreadableInput(file + " cannot be written (" + unwritable + ")");
        }
    }
}
