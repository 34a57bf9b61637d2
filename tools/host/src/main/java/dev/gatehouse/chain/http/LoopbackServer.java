package dev.gatehouse.chain.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * An HTTP/1.1 server on the loopback address only. It answers 421 to a Host header that is not its own, so that a page
 * in a browser cannot reach it under another name (DNS rebinding). A connection on which nothing is sent for 30 s is closed.
 */
public final class LoopbackServer implements AutoCloseable {
    /** Host names of a server that users call directly. */
    public static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1");

    private static final int THREADS = 512;
    private static final int IDLE_SECONDS = 30;
    private static final int BACKLOG = 256;

    private final ServerSocket listener;
    private final ThreadPoolExecutor threads;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private LoopbackServer(ServerSocket listener, ThreadPoolExecutor threads) {
        this.listener = listener;
        this.threads = threads;
    }

    /**
     * Starts a server of one of the layers in front of the host.
     *
     * @param name of the server, for messages and thread names
     * @param port 0 for any free port
     * @param tls empty for plain HTTP
     * @param hosts the accepted Host names, lower case, without port
     * @throws PortTakenException when the port is in use
     */
    public static LoopbackServer start(
            String name, int port, Optional<SSLContext> tls, Set<String> hosts, Handler handler) {
        return start(port, tls, new HttpService(name, hosts, RequestLimits.OF_A_LAYER, handler));
    }

    /** Starts a server with limits of its own. */
    public static LoopbackServer start(int port, Optional<SSLContext> tls, HttpService service) {
        ServerSocket listener = bind(service.name(), port);
        LoopbackServer server = new LoopbackServer(listener, pool(service.name()));
        Thread accepting = new Thread(() -> server.accept(tls, service), service.name());
        accepting.setDaemon(true);
        accepting.start();
        return server;
    }

    public int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        closed(listener);
        open.forEach(LoopbackServer::closed);
    }

    private static ServerSocket bind(String name, int port) {
        try {
            ServerSocket listener = new ServerSocket();
            try {
                listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
                return listener;
            } catch (IOException cannotListen) {
                closed(listener);
                throw cannotListen;
            }
        } catch (BindException taken) {
            throw new PortTakenException(name, port, taken);
        } catch (IOException cannotListen) {
            throw new UncheckedIOException("the " + name + " cannot listen on port " + port, cannotListen);
        }
    }

    private static ThreadPoolExecutor pool(String name) {
        AtomicInteger count = new AtomicInteger();
        ThreadFactory numbered = task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        return new ThreadPoolExecutor(0, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), numbered);
    }

    /** One thread for each connection; TLS is negotiated there, so that a slow client delays no other. */
    private void accept(Optional<SSLContext> tls, HttpService service) {
        while (!listener.isClosed()) {
            try {
                serve(listener.accept(), tls, service);
            } catch (IOException closedOrOutOfFiles) {
                Thread.yield(); // and try again, unless it was closed
            }
        }
    }

    private void serve(Socket socket, Optional<SSLContext> tls, HttpService service) {
        open.add(socket);
        try {
            threads.execute(() -> {
                try {
                    new Connection(socket, service).run(tls);
                } finally {
                    open.remove(socket);
                }
            });
        } catch (RejectedExecutionException busyOrClosed) {
            closed(socket);
            open.remove(socket);
        }
    }

    private static void closed(Closeable socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // it is closed
        }
    }
}
