package dev.gatehouse.chain.host;

import dev.gatehouse.chain.http.PercentEncoding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A path as Kestrel reads it: decoded once, except for {@code %2F}, then without dot segments.
 *
 * @param text with the leading slash
 */
record RequestPath(String text) {
    /** What ASP.NET leaves as it is when it writes a path: RFC 3986 pchar, a slash, and what is encoded already. */
    private static final Pattern TO_ENCODE = Pattern.compile("(%[0-9A-Fa-f]{2})|([^A-Za-z0-9._~!$&'()*+,;=:@/-])");

    /** Whether the server rejects the path before routing: an encoded NUL, or a raw byte above 127. */
    static boolean isMalformed(String raw) {
        return raw.contains("%00") || raw.chars().anyMatch(letter -> letter > 127);
    }

    static RequestPath parse(String raw) {
        String[] parts = PercentEncoding.decodePath(raw).substring(1).split("/", -1);
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            boolean isDots = parts[i].equals("..");
            if (isDots && !kept.isEmpty()) {
                kept.remove(kept.size() - 1);
            }
            if (!isDots && !parts[i].equals(".")) {
                kept.add(parts[i]);
            } else if (i == parts.length - 1) {
                kept.add("");
            }
        }
        return new RequestPath("/" + String.join("/", kept));
    }

    /** Without the leading slash and one trailing slash; a double slash gives an empty segment. */
    List<String> segments() {
        String trimmed = text.substring(1).replaceFirst("/$", "");
        return trimmed.isEmpty() ? List.of() : List.of(trimmed.split("/", -1));
    }

    boolean is(String path) {
        return String.join("/", segments()).equalsIgnoreCase(path);
    }

    boolean isBelow(String path) {
        return String.join("/", segments()).toLowerCase(Locale.ROOT).startsWith(path + "/");
    }

    /** As the host writes it into the request's URI: {@code %252F} and {@code %2F} both become {@code %2F}. */
    String encoded() {
        return TO_ENCODE
                .matcher(text)
                .replaceAll(letter -> letter.group(1) == null ? encoded(letter.group()) : letter.group());
    }

    private static String encoded(String letter) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : letter.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(String.format(Locale.ROOT, "%%%02X", octet));
        }
        return encoded.toString();
    }
}
