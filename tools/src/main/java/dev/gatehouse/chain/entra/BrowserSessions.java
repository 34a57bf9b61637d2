package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.http.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The browsers that show pages: who is signed in there, and which forms they were given. Cookies are {@code __Host-} ones, sent to these
 * pages alone, and to requests of other sites only where the user is led here.
 */
final class BrowserSessions {
    private static final String BROWSER = "__Host-browser";
    private static final String SESSION = "__Host-session";
    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Duration LIFETIME = Duration.ofHours(24);

    private final Clock clock;
    private final byte[] key = RandomId.base64Url(32).getBytes(StandardCharsets.US_ASCII);
    private final Recent<SignedIn> sessions = new Recent<>();

    BrowserSessions(Clock clock) {
        this.clock = clock;
    }

    private record SignedIn(String userObjectId, Instant expires) {}

    /**
     * The browser that sent a request.
     *
     * @param isNew whether it has yet to receive its cookie
     */
    record Browser(String id, boolean isNew) {
        Response keep(Response response) {
            return isNew ? plus(response, BROWSER + "=" + id + ATTRIBUTES) : response;
        }
    }

    Browser of(PageRequest request) {
        return request.cookie(BROWSER)
                .filter(id -> ID.matcher(id).matches())
                .map(id -> new Browser(id, false))
                .orElseGet(() -> new Browser(RandomId.base64Url(32), true));
    }

    /** The hidden field of every form that this browser gets: a page of another origin cannot know it. */
    String canary(Browser browser) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(browser.id().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", missing);
        }
    }

    /** Whether a form was sent by one of these pages, in the browser that it was given to. */
    boolean isOwnForm(PageRequest request, String loginHost) {
        Browser browser = of(request);
        boolean isSameOrigin =
                request.request().headers().all("Origin").stream().allMatch(("https://" + loginHost)::equals);
        return isSameOrigin
                && !browser.isNew()
                && MessageDigest.isEqual(
                        canary(browser).getBytes(StandardCharsets.US_ASCII),
                        request.parameter("canary").orElse("").getBytes(StandardCharsets.UTF_8));
    }

    /** The object id of the user who is signed in. */
    synchronized Optional<String> user(PageRequest request) {
        return request.cookie(SESSION)
                .map(sessions::get)
                .filter(session -> clock.instant().isBefore(session.expires()))
                .map(SignedIn::userObjectId);
    }

    /** Signs a user in, under a new id, so that an id that was known before is worth nothing. */
    synchronized Response signIn(PageRequest request, String userObjectId, Response response) {
        request.cookie(SESSION).ifPresent(sessions::remove);
        String id = RandomId.base64Url(32);
        sessions.put(id, new SignedIn(userObjectId, clock.instant().plus(LIFETIME)));
        return plus(response, SESSION + "=" + id + ATTRIBUTES);
    }

    synchronized Response signOut(PageRequest request, Response response) {
        request.cookie(SESSION).ifPresent(sessions::remove);
        return plus(response, SESSION + "=; Max-Age=0" + ATTRIBUTES);
    }

    private static Response plus(Response response, String cookie) {
        return response.withHeaders(response.headers().plus("Set-Cookie", cookie));
    }
}
