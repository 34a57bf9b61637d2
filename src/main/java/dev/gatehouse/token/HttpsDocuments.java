package dev.gatehouse.token;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/**
 * Reads documents over https only: no redirect is followed, 2 s to connect, 3 s for the next bytes, 10 s and 256 KB in all.
 * HttpURLConnection, as it loads the fewest classes on a cold start.
 */
public final class HttpsDocuments implements Documents {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 3_000;
    private static final long TOTAL_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int MAX_BYTES = 256 * 1024;

    @Override
    public byte[] read(URI address) throws IOException {
        if (!"https".equals(address.getScheme())) {
            throw new IOException(address + " is not an https address");
        }
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        try {
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new IOException(address + " answered " + status);
            }
            return bounded(address, connection.getInputStream());
        } finally {
            connection.disconnect();
        }
    }

    private static byte[] bounded(URI address, InputStream body) throws IOException {
        long started = System.nanoTime();
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        byte[] piece = new byte[8_192];
        for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
            document.write(piece, 0, read);
            if (document.size() > MAX_BYTES || System.nanoTime() - started > TOTAL_NANOS) {
                throw new IOException(address + " sends more than 256 KB, or takes longer than 10 s");
            }
        }
        return document.toByteArray();
    }
}
