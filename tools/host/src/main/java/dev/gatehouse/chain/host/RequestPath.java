package dev.gatehouse.chain.host;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path as Kestrel reads it: decoded once, except for {@code %2F}, then without dot segments.
 *
 * @param segments without the leading slash and one trailing slash; a double slash gives an empty segment
 */
record RequestPath(List<String> segments) {
    /** Consecutive encoded bytes up to an encoded slash, which is never decoded. */
    private static final Pattern ENCODED = Pattern.compile("(?:%(?!2[Ff])[0-9A-Fa-f]{2})+");

    RequestPath {
        segments = List.copyOf(segments);
    }

    /** Whether the server rejects the path before routing: an encoded NUL, or a raw byte above 127. */
    static boolean isMalformed(String raw) {
        return raw.contains("%00") || raw.chars().anyMatch(letter -> letter > 127);
    }

    static RequestPath parse(String raw) {
        String decoded = ENCODED.matcher(raw).replaceAll(RequestPath::decoded);
        List<String> segments = new ArrayList<>();
        for (String segment : decoded.substring(1).split("/", -1)) {
            if (segment.equals("..")) {
                segments.subList(Math.max(0, segments.size() - 1), segments.size())
                        .clear();
            } else if (!segment.equals(".")) {
                segments.add(segment);
            }
        }
        if (!segments.isEmpty() && segments.get(segments.size() - 1).isEmpty()) {
            segments.remove(segments.size() - 1);
        }
        return new RequestPath(segments);
    }

    boolean is(String path) {
        return String.join("/", segments).equalsIgnoreCase(path);
    }

    boolean isBelow(String path) {
        return String.join("/", segments).toLowerCase(Locale.ROOT).startsWith(path + "/");
    }

    private static String decoded(MatchResult run) {
        String[] codes = run.group().substring(1).split("%");
        ByteBuffer bytes = ByteBuffer.allocate(codes.length);
        for (String code : codes) {
            bytes.put((byte) Integer.parseInt(code, 16));
        }
        try {
            return Matcher.quoteReplacement(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException notText) {
            return run.group(); // taken literally
        }
    }
}
