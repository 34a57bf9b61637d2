package dev.gatehouse.keys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads documents over https only: no redirect is followed, 2 s to connect, 3 s for the answer's head, 5 s and 256 KB in all. */
public final class HttpsFetcher implements DocumentFetcher {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration HEAD = Duration.ofSeconds(3);
    private static final Duration WHOLE = Duration.ofSeconds(5);
    private static final int MAX_BYTES = 256 * 1024;

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
        HttpRequest request = HttpRequest.newBuilder(address).timeout(HEAD).build();
        HttpResponse<byte[]> answer =
                whole(client().sendAsync(request, head -> new LimitedBodySubscriber(MAX_BYTES)), address);
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** The limit on the whole, as a peer that sends byte after byte stays within every other. */
    private static HttpResponse<byte[]> whole(CompletableFuture<HttpResponse<byte[]>> exchange, URI address)
            throws IOException {
        try {
            return exchange.get(WHOLE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IOException(address + " did not answer whole within " + WHOLE.toSeconds() + " s", late);
        } catch (ExecutionException failed) {
            throw new IOException(address + " cannot be read: " + failed.getCause(), failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading " + address, stopped);
        } finally {
            exchange.cancel(true);
        }
    }
}
