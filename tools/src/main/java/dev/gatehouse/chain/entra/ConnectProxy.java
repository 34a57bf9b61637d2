package dev.gatehouse.chain.entra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A loopback HTTP proxy through which programs reach the chain's servers under the real names of Azure's: Entra, Microsoft Graph,
 * storage. It connects to no other host, so a program that uses this proxy cannot reach the internet by accident.
 */
public final class ConnectProxy implements AutoCloseable {
    private static final int CONNECTIONS = 64;
    private static final int BACKLOG = 128;

    private final ServerSocket listener;
    private final Map<String, Integer> ports = new ConcurrentHashMap<>();
    private final Map<String, Long> refused = new ConcurrentHashMap<>(); // of hosts that it can lead to
    private final Semaphore free = new Semaphore(CONNECTIONS);
    private final Set<Tunnel> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    private ConnectProxy(ServerSocket listener) {
        this.listener = listener;
        // a connection needs two threads; twice that leaves room for threads that are about to end
        this.threads = new ThreadPoolExecutor(
                0, 4 * CONNECTIONS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), ConnectProxy::thread);
    }

    /** Starts the proxy on any free port; it leads nowhere yet. */
    public static ConnectProxy start() {
        try {
            ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            ConnectProxy proxy = new ConnectProxy(listener);
            proxy.threads.execute(proxy::accept);
            return proxy;
        } catch (IOException cannotListen) {
            throw new UncheckedIOException("the proxy of the local chain cannot listen", cannotListen);
        }
    }

    /** Leads calls of a host's HTTPS port to a server of this machine. */
    public void lead(String host, int port) {
        ports.put(target(host), port);
        refused.putIfAbsent(target(host), 0L);
    }

    /** Refuses a host that it led to before, and ends the connections there, as if the network were down. */
    public void cut(String host) {
        ports.remove(target(host));
        open.stream().filter(tunnel -> tunnel.leadsTo(target(host))).forEach(Tunnel::close);
    }

    /** How many connections to a host were refused. */
    public long refused(String host) {
        return refused.getOrDefault(target(host), 0L);
    }

    private static String target(String host) {
        return host.toLowerCase(Locale.ROOT) + ":443";
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** The proxy for Java's HTTP client. */
    public Proxy asProxy() {
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
    }

    /** The JVM flags that send https calls through the proxy, except calls to this machine. */
    public List<String> javaFlags() {
        return List.of(
                "-Dhttps.proxyHost=127.0.0.1",
                "-Dhttps.proxyPort=" + port(),
                "-Dhttp.nonProxyHosts=localhost|127.*|[::1]");
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException alreadyClosed) {
            // nothing to do: it only had to be closed
        }
        open.forEach(Tunnel::close);
        threads.shutdownNow();
    }

    private OptionalInt port(String target) {
        Integer port = ports.get(target);
        if (port == null) {
            refused.computeIfPresent(target, (name, count) -> count + 1);
        }
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                begin(listener.accept());
            } catch (IOException | RejectedExecutionException ended) {
                // the loop's condition decides whether the proxy was closed or one connection failed
            }
        }
    }

    private void begin(Socket client) throws IOException {
        if (!free.tryAcquire()) {
            client.close();
            return;
        }
        Tunnel tunnel = new Tunnel(client, this::port, threads);
        open.add(tunnel);
        threads.execute(() -> serve(tunnel));
    }

    private void serve(Tunnel tunnel) {
        try (tunnel) {
            if (!listener.isClosed()) {
                tunnel.run();
            }
        } finally {
            open.remove(tunnel);
            free.release();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "chain-proxy");
        thread.setDaemon(true);
        return thread;
    }
}
