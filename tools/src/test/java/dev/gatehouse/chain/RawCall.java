package dev.gatehouse.chain;

import dev.gatehouse.chain.tls.LocalTls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request that Java's own clients would not send. */
final class RawCall {
    private RawCall() {}

    /** The status of {@code GET /} under a Host name of the caller's choosing. */
    static int statusFor(URI door, String host, LocalTls tls) {
        try (Socket socket =
                tls.trusting().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), door.getPort())) {
            socket.setSoTimeout(10_000);
            String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return Integer.parseInt(answer.readLine().split(" ")[1]);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }
}
