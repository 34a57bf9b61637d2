package dev.gatehouse.keys;

import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;

/**
 * One GET with the JDK's older client: the newer one takes a cold worker 0.1 s of processor time more. Nothing that an app sets for
 * all of its connections counts here: neither whom it trusts, nor names that it does not compare, nor its passwords.
 */
final class HttpsExchange {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final int MAX_BYTES = 256 * 1024;

    private final HttpsURLConnection connection;
    private final ClosableSockets sockets;

    /** @param body empty unless the status is 200 */
    record Answer(int status, byte[] body) {}

    HttpsExchange(HttpsURLConnection connection, ClosableSockets sockets) {
        this.connection = connection;
        this.sockets = sockets;
        connection.setSSLSocketFactory(sockets);
        connection.setHostnameVerifier((host, session) -> false); // asked only where the certificate is of another name
        connection.setAuthenticator(new Authenticator() {}); // without a password
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout((int) CONNECT.toMillis());
        connection.setReadTimeout((int) SILENCE.toMillis());
        connection.setRequestProperty("Accept", "application/json");
    }

    /** Waits for a peer that goes on sending, however slowly, until {@link #abort}. */
    Answer answer() throws IOException {
        boolean isWhole = false;
        try {
            int status = connection.getResponseCode();
            byte[] body = status == 200 ? body() : new byte[0];
            isWhole = status == 200;
            return new Answer(status, body);
        } finally {
            if (!isWhole) {
                connection.disconnect();
            }
        }
    }

    private byte[] body() throws IOException {
        try (InputStream in = connection.getInputStream()) {
            byte[] body = in.readNBytes(MAX_BYTES + 1);
            if (body.length > MAX_BYTES) {
                throw new IOException("the body is too large");
            }
            return body;
        }
    }

    /**
     * Closes this connection and all others of these sockets, by which another thread's {@link #answer} fails: the client does not say which
     * socket is whose, and what is slow here is the one login service that all documents come from.
     */
    void abort() {
        sockets.closeAll();
        connection.disconnect();
    }
}
