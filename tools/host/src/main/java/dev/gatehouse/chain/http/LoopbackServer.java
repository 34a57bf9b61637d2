package dev.gatehouse.chain.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * An HTTP/1.1 server on the loopback address only. It answers 421 to a Host header that is not its own, so that a page
 * in a browser cannot reach it under another name (DNS rebinding).
 */
public final class LoopbackServer implements AutoCloseable {
    /** Host names of a server that users call directly. */
    public static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1");

    private static final int THREADS = 64;
    private static final int BACKLOG = 256;
    private static final int MAX_BODY_BYTES = 10 * 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService threads;

    private LoopbackServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts a server.
     *
     * @param name of the server, for messages and thread names
     * @param port 0 for any free port
     * @param tls empty for plain HTTP
     * @param hosts the accepted Host names, lower case, without port
     * @throws PortTakenException when the port is in use
     */
    public static LoopbackServer start(
            String name, int port, Optional<SSLContext> tls, Set<String> hosts, Handler handler) {
        HttpServer server = bind(name, port, tls);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, numbered(name));
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(name, exchange, hosts, handler));
        server.start();
        return new LoopbackServer(server, threads);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static HttpServer bind(String name, int port, Optional<SSLContext> tls) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            if (tls.isEmpty()) {
                return HttpServer.create(address, BACKLOG);
            }
            HttpsServer https = HttpsServer.create(address, BACKLOG);
            https.setHttpsConfigurator(new HttpsConfigurator(tls.get()));
            return https;
        } catch (BindException taken) {
            throw new PortTakenException(name, port, taken);
        } catch (IOException cannotListen) {
            throw new UncheckedIOException("the " + name + " cannot listen on port " + port, cannotListen);
        }
    }

    private static java.util.concurrent.ThreadFactory numbered(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    private static void serve(String name, HttpExchange exchange, Set<String> hosts, Handler handler)
            throws IOException {
        try (exchange) {
            send(exchange, answer(name, exchange, hosts, handler).sendable());
        }
    }

    private static Response answer(String name, HttpExchange exchange, Set<String> hosts, Handler handler)
            throws IOException {
        if (!hosts.contains(host(exchange))) {
            return Response.of(421, "text/plain", "unknown Host name for this server\n");
        }
        Headers headers = Headers.of(exchange.getRequestHeaders());
        if (!headers.areWellFormed()) {
            return Response.of(400, "text/plain", "a header contains invalid characters\n");
        }
        String target = exchange.getRequestURI().toString();
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            return Response.of(413, "text/plain", "the body is larger than the local chain accepts\n");
        }
        try {
            return handler.handle(new Request(exchange.getRequestMethod(), target, headers, body));
        } catch (RuntimeException bug) {
            Bug.reported(name, bug);
            return Response.empty(500);
        }
    }

    private static String host(HttpExchange exchange) {
        List<String> hosts = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        String host = hosts.size() == 1 ? hosts.get(0) : "";
        return host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        response.headers().asMap().forEach((field, values) -> {
            if (!field.equalsIgnoreCase("Content-Length") && !field.equalsIgnoreCase("Transfer-Encoding")) {
                exchange.getResponseHeaders().put(field, values);
            }
        });
        byte[] body = response.body();
        boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.status(), bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
    }
}
