package dev.gatehouse.chain.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Forwards a request to the next layer and returns its response, without hop-by-hop header fields (RFC 9110 §7.6.1). */
public final class Forwarder {
    /** A closed port is refused at once; only a busy machine or a far one takes longer. */
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

    private final HttpClient client;
    private final Duration timeout;

    /**
     * @param tls trust settings for https
     * @param timeout for the complete response of the next layer
     */
    public Forwarder(SSLContext tls, Duration timeout) {
        this(tls, timeout, HttpClient.Builder.NO_PROXY);
    }

    /** Forwards through a proxy if the selector names one. */
    public Forwarder(SSLContext tls, Duration timeout, ProxySelector proxies) {
        this.client = HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_WITHIN)
                .proxy(proxies)
                .build();
        this.timeout = timeout;
    }

    /**
     * Sends the request to the same target below another origin.
     *
     * @param origin scheme, host and port, without a trailing slash
     * @throws IOException when the request cannot be sent unchanged, or the next layer cannot be reached or does not
     *     respond in time
     */
    public Response forward(Request request, String origin) throws IOException {
        HttpRequest outgoing = outgoing(request, origin);
        try {
            HttpResponse<byte[]> answer = client.send(outgoing, BodyHandlers.ofByteArray());
            return new Response(
                    answer.statusCode(), passable(Headers.of(answer.headers().map())), answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + origin, stopped);
        }
    }

    private HttpRequest outgoing(Request request, String origin) throws IOException {
        try {
            HttpRequest.Builder outgoing = HttpRequest.newBuilder(URI.create(origin + request.target()))
                    .timeout(timeout)
                    .method(request.method(), body(request));
            passable(request.headers())
                    .asMap()
                    .forEach((name, values) -> values.forEach(value -> outgoing.header(name, value)));
            return outgoing.build();
        } catch (IllegalArgumentException malformed) { // not its message, which quotes the request
            throw new IOException("the request cannot be sent unchanged");
        }
    }

    /** A body of unknown length is forwarded without a length, so that the next layer sees the same request. */
    private static BodyPublisher body(Request request) {
        if (request.isChunked()) {
            return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(request.body()));
        }
        return request.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body());
    }

    private static Headers passable(Headers headers) {
        return headers.without(Headers::isOfTheConnection);
    }
}
