package dev.gatehouse.keys;

import dev.gatehouse.fixtures.LoopbackTls;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * A peer that begins correctly and then sends a few bytes every half second.
 *
 * @param stage when it slows down: before TLS, as the proxy, or as a server within TLS
 */
record Drip(Stage stage, String of, byte[] begin, byte[] piece) {
    /** Which peer is slow. */
    enum Stage {
        BEFORE_TLS,
        PROXY,
        SERVER
    }

    private static final int PIECES = 60;
    private static final int PAUSE = 500; // ms

    ServerSocket listener(LoopbackTls tls) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        return stage == Stage.SERVER
                ? tls.server().getServerSocketFactory().createServerSocket(0, 0, loopback)
                : new ServerSocket(0, 0, loopback);
    }

    HttpsFetcher reader(LoopbackTls tls, ServerSocket listener) {
        return new HttpsFetcher(
                tls.trusting(),
                stage == Stage.PROXY ? new Proxy(Proxy.Type.HTTP, listener.getLocalSocketAddress()) : Proxy.NO_PROXY);
    }

    URI address(ServerSocket listener) {
        return URI.create("https://localhost:" + listener.getLocalPort() + "/");
    }

    void serve(ServerSocket listener) {
        try (Socket client = listener.accept()) {
            if (stage != Stage.BEFORE_TLS) {
                readHead(client.getInputStream());
            }
            client.getOutputStream().write(begin);
            for (int i = 0; i < PIECES; i++) {
                client.getOutputStream().write(piece);
                client.getOutputStream().flush();
                TimeUnit.MILLISECONDS.sleep(PAUSE);
            }
        } catch (IOException closed) {
            // the client gave up, as expected
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Up to the empty line. */
    static void readHead(InputStream in) throws IOException {
        for (int ends = 0; ends < 2; ) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
        }
    }

    @Override
    public String toString() {
        return of;
    }
}
