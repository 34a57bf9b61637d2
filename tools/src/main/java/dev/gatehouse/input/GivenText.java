package dev.gatehouse.input;

import dev.gatehouse.redaction.Redaction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Text from outside the project. The text may be secret, and a file name may be a token by mistake: no message repeats them. */
public final class GivenText {
    /** Stands for standard input, as {@code -} on a command line. Other files of a command line have absolute paths. */
    public static final Path STANDARD_INPUT = Path.of("-");

    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private GivenText() {}

    /** The name of the file in messages. */
    public static String name(Path file) {
        return file.equals(STANDARD_INPUT) ? "standard input" : Redaction.of(String.valueOf(file.getFileName()));
    }

    /** @throws UnreadableInput when the file does not exist or cannot be read */
    public static String read(Path file) {
        return decoded(bytes(file));
    }

    /** @throws UnreadableInput when the file does not exist or cannot be read, or is longer than 32 MB */
    public static byte[] bytes(Path file) {
        if (file.equals(STANDARD_INPUT)) {
            return bytes(System.in, name(file));
        }
        if (Files.isDirectory(file)) {
            throw new UnreadableInput(name(file) + " is a folder; expected a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return bytes(in, name(file));
        } catch (NoSuchFileException missing) {
            throw new UnreadableInput(name(file) + " was not found");
        } catch (IOException unreadable) {
            throw new UnreadableInput(name(file) + " cannot be read");
        }
    }

    /** @throws UnreadableInput when it cannot be read, or is longer than 32 MB */
    public static String read(InputStream in, String name) {
        return decoded(bytes(in, name));
    }

    private static byte[] bytes(InputStream in, String name) {
        try {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new UnreadableInput(name + " is longer than " + MOST_BYTES + " bytes");
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new UnreadableInput(name + " cannot be read");
        }
    }

    /** Detects the encoding by the byte order mark: redirected output of Windows PowerShell is UTF-16. */
    private static String decoded(byte[] bytes) {
        Charset charset = StandardCharsets.UTF_8;
        if (bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
            charset = StandardCharsets.UTF_16LE;
        } else if (bytes.length > 1 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
            charset = StandardCharsets.UTF_16BE;
        }
        String text = new String(bytes, charset);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
