package dev.gatehouse.chain.gateway.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A policy document.
 *
 * @param name its name in messages, usually the file name
 */
public record PolicySource(String name, String text) {
    /** The byte order mark that editors write; XML's grammar does not allow it. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    public PolicySource {
        text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** In bytes; API Management accepts no larger document in any tier (its published limits). */
    static final int LARGEST = 256 * 1024;

    /**
     * Reads a policy file in UTF-8.
     *
     * @throws PolicyRefused when the file is larger than 256 KiB
     * @throws IOException when it cannot be read
     */
    public static PolicySource read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (Files.size(file) > LARGEST) {
            throw new PolicyRefused(List.of(tooLarge(name)));
        }
        return new PolicySource(name, Files.readString(file));
    }

    /** The document's size in UTF-8. */
    int bytes() {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    static PolicyFault tooLarge(String name) {
        return new PolicyFault(name, 1, "the document", "is larger than 256 KiB");
    }
}
