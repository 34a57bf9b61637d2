package dev.gatehouse.check.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file's text, by its byte order mark or XML declaration, else in UTF-8 (XML 1.0, appendix F; RFC 8259, 8.1). */
final class FileText {
    private static final byte[] ASCII = "<?xml".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern DECLARATION =
            Pattern.compile("\\A<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");
    private static final int LONGEST_DECLARATION = 200;

    private FileText() {}

    /** @throws CharacterCodingException when the bytes are not of the encoding */
    static String of(byte[] bytes) throws CharacterCodingException {
        String text = encoding(bytes)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The text with a placeholder for what cannot be read, to recognise its kind. */
    static String guessed(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
    }

    /** The encoding that a file is assumed to have. */
    static Charset encoding(byte[] bytes) {
        int first = at(bytes, 0);
        int second = at(bytes, 1);
        if ((first == 0xFE && second == 0xFF) || (first == 0 && second > 0)) {
            return StandardCharsets.UTF_16BE;
        }
        if ((first == 0xFF && second == 0xFE) || (first > 0 && second == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        int declared = Math.min(bytes.length, LONGEST_DECLARATION);
        Matcher declaration = DECLARATION.matcher(new String(bytes, 0, declared, StandardCharsets.ISO_8859_1));
        return declaration.find() ? named(declaration.group(1)) : StandardCharsets.UTF_8;
    }

    /** A declaration that was read as ASCII proves that the file's encoding is compatible with ASCII. */
    private static Charset named(String name) {
        try {
            Charset named = Charset.forName(name);
            return new String(ASCII, named).equals(new String(ASCII, StandardCharsets.US_ASCII))
                    ? named
                    : StandardCharsets.UTF_8;
        } catch (UnsupportedCharsetException unknown) {
            return StandardCharsets.US_ASCII;
        }
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? Byte.toUnsignedInt(bytes[index]) : -1;
    }
}
