package dev.gatehouse.sample.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.onward.OnwardReason;
import dev.gatehouse.onward.OnwardRefusal;
import dev.gatehouse.onward.OnwardToken;
import dev.gatehouse.sample.http.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * The user's own profile at Microsoft Graph (https://learn.microsoft.com/graph/api/user-get), within limits, without redirects: the
 * token goes to this address alone.
 *
 * @param endpoint {@code https://graph.microsoft.com/v1.0/me}; blank where the app has no such setting
 */
public record Profiles(String endpoint) {
    private static final int CONNECT = (int) Duration.ofSeconds(2).toMillis();
    private static final int READ = (int) Duration.ofSeconds(5).toMillis();
    private static final int MAX_BYTES = 64 * 1024;
    private static final Duration WAIT = Duration.ofSeconds(5);

    /** What comes of a request. */
    sealed interface Reading {}

    record Read(Profile profile) implements Reading {}

    record Unread(OnwardRefusal refusal) implements Reading {}

    /** Who the user is. */
    record Profile(String id, String displayName, String userPrincipalName) {}

    Reading read(OnwardToken token) {
        if (!endpoint.startsWith("https://")) {
            return new Unread(OnwardRefusal.of(OnwardReason.MISCONFIGURED));
        }
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(endpoint).toURL().openConnection();
            connection.setConnectTimeout(CONNECT);
            connection.setReadTimeout(READ);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("Authorization", "Bearer " + token.value());
            connection.setRequestProperty("Accept", "application/json");
            return answer(connection);
        } catch (IOException unreachable) { // its message may have an address in it, but no token
            return unavailable();
        }
    }

    private static Reading answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
            return new Unread(OnwardRefusal.ofApi(
                    status, header(connection, "WWW-Authenticate"), header(connection, "Retry-After")));
        }
        try (InputStream body = connection.getInputStream()) {
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            return bytes.length <= MAX_BYTES
                            && JsonCodec.read(new String(bytes, StandardCharsets.UTF_8)) instanceof Map<?, ?> user
                            && user.get("id") instanceof String id
                    ? new Read(new Profile(id, text(user, "displayName"), text(user, "userPrincipalName")))
                    : unavailable();
        } catch (JsonProcessingException notJson) {
            return unavailable();
        }
    }

    /** Graph answers null where the directory has nothing. */
    private static String text(Map<?, ?> user, String name) {
        return user.get(name) instanceof String text ? text : "";
    }

    private static String header(HttpURLConnection connection, String name) {
        return Objects.requireNonNullElse(connection.getHeaderField(name), "");
    }

    private static Reading unavailable() {
        return new Unread(OnwardRefusal.unavailable(WAIT));
    }
}
