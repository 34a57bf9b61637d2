package dev.gatehouse.local.gateway.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A policy document.
 *
 * @param name what messages call it, usually its file name
 */
public record PolicySource(String name, String text) {
    static final int LARGEST = 1024 * 1024;

    /**
     * Reads a policy file in UTF-8.
     *
     * @throws PolicyRefused when the file is larger than 1 MB
     * @throws IOException when it cannot be read
     */
    public static PolicySource read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (Files.size(file) > LARGEST) {
            throw new PolicyRefused(List.of(tooLarge(name)));
        }
        return new PolicySource(name, Files.readString(file));
    }

    static Fault tooLarge(String name) {
        return new Fault(name, 1, "the document", "is larger than 1 MB");
    }
}
