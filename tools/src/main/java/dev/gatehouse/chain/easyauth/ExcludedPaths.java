package dev.gatehouse.chain.easyauth;

import dev.gatehouse.chain.http.QueryString;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which paths need no token. A path is compared as a whole, decoded once and without dot segments: a request that the host would route to
 * {@code /api/accounts} never matches {@code /api/health}. One with an encoded separator is never excluded.
 */
record ExcludedPaths(Set<String> paths) {
    private static final Pattern ENCODED_SEPARATOR = Pattern.compile("%(2f|5c|25|00)");

    ExcludedPaths {
        paths = paths.stream().map(path -> path.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    boolean contain(String path) {
        String raw = path.toLowerCase(Locale.ROOT);
        return !ENCODED_SEPARATOR.matcher(raw).find() && paths.contains(normalized(raw));
    }

    private static String normalized(String raw) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment :
                QueryString.decode(raw.replace("+", "%2b")).substring(1).split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return "/" + String.join("/", segments);
    }
}
