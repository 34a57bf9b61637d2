package dev.gatehouse.chain.gateway.policy;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A web origin: scheme, host and port (RFC 6454). */
final class Origin {
    private static final Pattern FORM = Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?");

    private Origin() {}

    /** The origin's normal form, without a default port; empty if the text is not an origin. */
    static Optional<String> of(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        URI uri = URI.create(text.toLowerCase(Locale.ROOT));
        if (uri.getHost() == null || uri.getPort() > 65_535) {
            return Optional.empty();
        }
        int usual = uri.getScheme().equals("https") ? 443 : 80;
        boolean plain = uri.getPort() < 0 || uri.getPort() == usual;
        return Optional.of(uri.getScheme() + "://" + uri.getHost() + (plain ? "" : ":" + uri.getPort()));
    }
}
