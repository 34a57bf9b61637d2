package dev.gatehouse.chain.entra;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/** One client's connection through the proxy: the CONNECT request, then bytes in both directions until one side ends. */
final class Tunnel implements AutoCloseable {
    private static final int HEAD_BYTES = 8 * 1024;
    private static final int HEAD_MILLIS = 5_000;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int IDLE_MILLIS = 120_000;

    private final Socket client;
    private final Socket server = new Socket();
    private final Function<String, OptionalInt> ports;
    private final Executor threads;
    private volatile String target = "";

    /** @param ports the servers on this machine, by the name and port that clients ask for */
    Tunnel(Socket client, Function<String, OptionalInt> ports, Executor threads) {
        this.client = client;
        this.ports = ports;
        this.threads = threads;
    }

    /** Whether it leads to this name and port. */
    boolean leadsTo(String name) {
        return target.equals(name);
    }

    /** Serves the connection until it ends; an error ends it, too. */
    void run() {
        try {
            client.setSoTimeout(HEAD_MILLIS);
            String[] words = requestLine().split(" ", -1);
            target = words.length == 3 && words[0].equals("CONNECT") ? words[1].toLowerCase(Locale.ROOT) : "";
            OptionalInt port = ports.apply(target);
            if (port.isEmpty()) {
                answer("403 Forbidden", "this proxy connects to the servers of the local chain only\n");
                return;
            }
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.getAsInt()), CONNECT_MILLIS);
            client.setSoTimeout(IDLE_MILLIS);
            server.setSoTimeout(IDLE_MILLIS);
            client.setTcpNoDelay(true); // otherwise small packets wait 40 ms for each other
            server.setTcpNoDelay(true);
            answer("200 Connection established", "");
            pump();
        } catch (IOException | RejectedExecutionException broken) {
            close();
        }
    }

    /** The first line of the request; its other lines are read and ignored. */
    private String requestLine() throws IOException {
        StringBuilder head = new StringBuilder();
        InputStream in = client.getInputStream();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read(); // byte by byte: what follows the head belongs to TLS
            if (next < 0 || head.length() >= HEAD_BYTES) {
                throw new IOException("not an HTTP request");
            }
            head.append((char) next);
        }
        return head.substring(0, head.indexOf("\r\n"));
    }

    private void answer(String status, String text) throws IOException {
        String fields = text.isEmpty()
                ? ""
                : "Content-Type: text/plain\r\nContent-Length: " + text.length() + "\r\nConnection: close\r\n";
        OutputStream out = client.getOutputStream();
        out.write(("HTTP/1.1 " + status + "\r\n" + fields + "\r\n" + text).getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void pump() {
        CountDownLatch otherWay = new CountDownLatch(1);
        threads.execute(() -> {
            copy(server, client);
            otherWay.countDown();
        });
        copy(client, server);
        try {
            otherWay.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Copies until the source ends, then closes both: TLS does not use half-open connections. */
    private void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // a broken or idle connection is closed like any other
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        for (Socket socket : new Socket[] {client, server}) {
            try {
                socket.close();
            } catch (IOException alreadyClosed) {
                // nothing to do: it only had to be closed
            }
        }
    }
}
