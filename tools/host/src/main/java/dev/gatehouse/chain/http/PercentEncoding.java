package dev.gatehouse.chain.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Percent-encoding as the Functions host reads it: what is not hexadecimal or not UTF-8 is kept as it is. */
public final class PercentEncoding {
    private static final int TRIPLET = 3;
    private static final int LONGEST_LETTER = 4;
    private static final int HEX = 16;
    private static final Pattern ENCODED = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
    private static final Pattern ENCODED_BUT_SLASH = Pattern.compile("(?:%(?!2[Ff])[0-9A-Fa-f]{2})+");

    private PercentEncoding() {}

    public static String decode(String text) {
        return ENCODED.matcher(text).replaceAll(PercentEncoding::decoded);
    }

    /** A path, in which Kestrel leaves {@code %2F} encoded. */
    public static String decodePath(String path) {
        return ENCODED_BUT_SLASH.matcher(path).replaceAll(PercentEncoding::decoded);
    }

    private static String decoded(MatchResult run) {
        String encoded = run.group();
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < encoded.length(); ) {
            Optional<String> letter = letter(encoded, at);
            int taken = letter.map(found -> found.getBytes(StandardCharsets.UTF_8).length * TRIPLET)
                    .orElse(TRIPLET);
            text.append(letter.orElse(encoded.substring(at, at + TRIPLET)));
            at += taken;
        }
        return Matcher.quoteReplacement(text.toString());
    }

    private static Optional<String> letter(String encoded, int at) {
        for (int bytes = 1; bytes <= LONGEST_LETTER && at + bytes * TRIPLET <= encoded.length(); bytes++) {
            ByteBuffer letter = ByteBuffer.allocate(bytes);
            for (int i = 0; i < bytes; i++) {
                int hex = at + i * TRIPLET + 1;
                letter.put((byte) Integer.parseInt(encoded.substring(hex, hex + 2), HEX));
            }
            try {
                return Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(letter.flip())
                        .toString());
            } catch (CharacterCodingException incomplete) {
                continue;
            }
        }
        return Optional.empty();
    }
}
