package dev.gatehouse.keys;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents over https only: no redirect is followed, 2 s to connect, 3 s for the answer's head, 5 s and 256 KB in all. A
 * connection that is slow or refused is tried once more within these 5 s: at a cold start one lost packet would otherwise refuse calls.
 */
public final class HttpsFetcher implements DocumentFetcher {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration HEAD = Duration.ofSeconds(3);
    private static final Duration WHOLE = Duration.ofSeconds(5);
    private static final int MAX_BYTES = 256 * 1024;

    private final Clock clock = new MonotonicClock();
    private final HttpClient.Builder builder;
    private @Nullable HttpClient client; // guarded by this

    /** @param builder says whom to trust and which way to go; the rest is set here */
    public HttpsFetcher(HttpClient.Builder builder) {
        this.builder = builder.version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT);
    }

    /** Does now what a cold worker takes 100 ms for, instead of with the first document. */
    public void prepare() {
        client();
    }

    /** Built on first use, which nothing but a fetch should wait for. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = builder.build();
        }
        return client;
    }

    @Override
    public byte[] read(URI address) throws IOException {
        if (!"https".equals(address.getScheme())) {
            throw new IOException(address + " is not an https address");
        }
        HttpResponse<byte[]> answer;
        try {
            answer = answer(address);
        } catch (IOException failed) {
            throw new IOException(address + " cannot be read: " + failed, failed);
        }
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpResponse<byte[]> answer(URI address) throws IOException {
        Instant end = clock.instant().plus(WHOLE);
        try {
            return exchange(address, end);
        } catch (HttpTimeoutException | ConnectException slow) {
            return exchange(address, end);
        }
    }

    private HttpResponse<byte[]> exchange(URI address, Instant end) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(HEAD).build();
        Duration left = Duration.between(clock.instant(), end);
        return whole(client().sendAsync(request, head -> new LimitedBodySubscriber(MAX_BYTES)), left);
    }

    /** The limit on the whole, as a peer that sends byte after byte stays within every other. */
    private static HttpResponse<byte[]> whole(CompletableFuture<HttpResponse<byte[]>> exchange, Duration left)
            throws IOException {
        try {
            return exchange.get(left.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IOException("no whole answer within " + WHOLE.toSeconds() + " s", late);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } finally {
            exchange.cancel(true);
        }
    }
}
