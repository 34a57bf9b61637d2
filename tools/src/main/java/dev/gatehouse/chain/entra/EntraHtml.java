package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** HTML pages that load nothing, that no other page can frame, and whose forms are sent to known addresses only. */
final class EntraHtml {
    private static final String STYLE = resource("sign-in.css");
    private static final String SENDS_ITSELF = "document.forms[0].submit()";

    private EntraHtml() {}

    /**
     * A page.
     *
     * @param main HTML, in which every text is {@link #text escaped}
     * @param formLeadsTo the address that the forms lead to in the end, which a browser has to allow; empty for this server alone
     */
    static Response page(int status, String title, String main, Optional<String> formLeadsTo) {
        return response(
                status,
                title,
                "<main>" + main + "</main><footer>The local Entra of Gatehouse: no password is asked for.</footer>",
                "form-action 'self'"
                        + formLeadsTo
                                .flatMap(EntraHtml::origin)
                                .map(" "::concat)
                                .orElse(""));
    }

    /** A page whose form is sent at once, or by a button where scripts are off. */
    static Response sending(String title, String form, String target) {
        return response(
                200,
                title,
                "<main>" + form + "</main><script>" + SENDS_ITSELF + "</script>",
                "script-src " + hash(SENDS_ITSELF) + "; form-action "
                        + origin(target).orElse("'none'"));
    }

    /** Text as it is written in HTML, in quoted attributes too. */
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static Response response(int status, String title, String body, String policy) {
        return Response.of(status, "text/html; charset=utf-8", """
                        <!DOCTYPE html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta name="color-scheme" content="light dark">
                        <title>%s</title>
                        <style>%s</style>
                        </head>
                        <body>%s</body>
                        </html>
                        """.formatted(text(title), STYLE, body))
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src " + hash(STYLE) + "; base-uri 'none'; frame-ancestors 'none'; "
                                + policy)
                .with("X-Frame-Options", "DENY")
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "same-origin")
                .with("Cache-Control", "no-store");
    }

    /** Of a registered redirect address; only the scheme where it has no host. */
    private static Optional<String> origin(String address) {
        URI uri = URI.create(address);
        String scheme = String.valueOf(uri.getScheme());
        return Optional.of(uri.getRawAuthority() == null ? scheme + ":" : scheme + "://" + uri.getRawAuthority())
                .filter(source -> source.matches("[A-Za-z0-9+.:/\\[\\]_-]+"));
    }

    private static String hash(String source) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    private static String resource(String name) {
        try (InputStream file = EntraHtml.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing in these tools' jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read", unreadable);
        }
    }
}
