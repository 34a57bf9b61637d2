package dev.gatehouse.keys;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLConnection;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents over https only: no redirect is followed, 2 s to connect, 3 s for each further byte, 5 s and 256 KB in all. A
 * connection that is slow or refused is tried once more within these 5 s: at a cold start one lost packet would otherwise refuse calls.
 */
public final class HttpsFetcher implements DocumentFetcher {
    private static final Duration WHOLE = Duration.ofSeconds(5);
    private static final Executor THREADS = Executors.newCachedThreadPool(HttpsFetcher::thread);

    private final Clock clock = new MonotonicClock();
    private final @Nullable Proxy proxy;
    private @Nullable ClosableSockets sockets; // guarded by this

    /** With the authorities that this JVM trusts, and its proxies. */
    public HttpsFetcher() {
        proxy = null;
    }

    /** @param proxy {@link Proxy#NO_PROXY} for none */
    public HttpsFetcher(SSLContext trust, Proxy proxy) {
        this.proxy = proxy;
        this.sockets = new ClosableSockets(trust.getSocketFactory());
    }

    /** Reads the trusted authorities now, which takes a cold worker 100 ms, instead of with the first document. */
    public void prepare() {
        try {
            sockets();
        } catch (IOException unusable) {
            // whoever reads a document finds that out again, and says so
        }
    }

    /** Always the same, as connections are kept by it. */
    private synchronized ClosableSockets sockets() throws IOException {
        if (sockets == null) {
            try {
                sockets = new ClosableSockets(SSLContext.getDefault().getSocketFactory());
            } catch (NoSuchAlgorithmException unusable) {
                throw new IOException("this JVM has no TLS: " + unusable, unusable);
            }
        }
        return sockets;
    }

    @Override
    public byte[] read(URI address) throws IOException {
        if (!"https".equals(address.getScheme())) {
            throw new IOException(address + " is not an https address");
        }
        HttpsExchange.Answer answer;
        try {
            answer = answer(address);
        } catch (IOException failed) {
            throw new IOException(address + " cannot be read: " + failed, failed);
        }
        if (answer.status() != 200) {
            throw new IOException(address + " answered " + answer.status());
        }
        return answer.body();
    }

    private HttpsExchange.Answer answer(URI address) throws IOException {
        Instant end = clock.instant().plus(WHOLE);
        try {
            return whole(exchange(address), end);
        } catch (SocketTimeoutException | ConnectException | UnknownHostException slow) {
            return whole(exchange(address), end);
        }
    }

    private HttpsExchange exchange(URI address) throws IOException {
        URLConnection opened = proxy == null
                ? address.toURL().openConnection()
                : address.toURL().openConnection(proxy);
        if (opened instanceof HttpsURLConnection connection) {
            return new HttpsExchange(connection, sockets());
        }
        throw new IOException("the app has put " + opened.getClass().getName() + " in place of the JDK's https");
    }

    /** On a separate thread, as a peer that sends byte after byte stays within every other limit. */
    private HttpsExchange.Answer whole(HttpsExchange exchange, Instant end) throws IOException {
        FutureTask<HttpsExchange.Answer> task = new FutureTask<>(exchange::answer);
        THREADS.execute(task);
        try {
            return task.get(Duration.between(clock.instant(), end).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IOException("no whole answer within " + WHOLE.toSeconds() + " s", late);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } finally {
            if (!task.isDone()) {
                THREADS.execute(exchange::abort);
            }
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "gatehouse-fetch");
        thread.setDaemon(true);
        return thread;
    }
}
