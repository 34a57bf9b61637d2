package dev.gatehouse.chain.entra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A loopback HTTP proxy through which programs reach the local Entra under its real name. It connects to the login hosts
 * only, so a program that uses this proxy cannot reach the internet by accident.
 */
public final class ConnectProxy implements AutoCloseable {
    private static final int CONNECTIONS = 64;
    private static final int BACKLOG = 128;

    private final ServerSocket listener;
    private final int entraPort;
    private final Semaphore free = new Semaphore(CONNECTIONS);
    private final Set<Tunnel> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    private ConnectProxy(ServerSocket listener, int entraPort) {
        this.listener = listener;
        this.entraPort = entraPort;
        // a connection needs two threads; twice that leaves room for threads that are about to end
        this.threads = new ThreadPoolExecutor(
                0, 4 * CONNECTIONS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), ConnectProxy::thread);
    }

    /** Starts the proxy on any free port. */
    public static ConnectProxy start(int entraPort) {
        try {
            ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            ConnectProxy proxy = new ConnectProxy(listener, entraPort);
            proxy.threads.execute(proxy::accept);
            return proxy;
        } catch (IOException cannotListen) {
            throw new UncheckedIOException("the proxy to the local Entra cannot listen", cannotListen);
        }
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
        Tunnel tunnel = new Tunnel(client, entraPort, threads);
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
        Thread thread = new Thread(task, "entra-proxy");
        thread.setDaemon(true);
        return thread;
    }
}
