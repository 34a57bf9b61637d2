package dev.gatehouse.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Files that only their owner may read, where the file system has owners. */
final class PrivateFile {
    private PrivateFile() {}

    /** Writes a file, replacing an existing one. */
    static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        Files.createFile(file, ownersOnly());
        Files.writeString(file, content);
    }

    /** The content; empty when the file does not exist or may not be read. */
    static Optional<String> read(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.isReadable(file)
                ? Optional.of(Files.readString(file))
                : Optional.empty();
    }

    /** @return whether the file had this content and was deleted */
    static boolean removeIfIs(String content, Path file) throws IOException {
        return read(file).filter(content::equals).isPresent() && Files.deleteIfExists(file);
    }

    private static FileAttribute<?>[] ownersOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
