package dev.gatehouse.chain.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are, where an HTTP client would tidy them up, and reads the answer whole. */
record RawHttp(int port) {
    /** @param head request line and header lines without Host, each ended by CRLF */
    RawAnswer send(String head, String body) throws IOException {
        String text = head + "Host: localhost\r\nConnection: close\r\n\r\n" + body;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return RawAnswer.parse(socket.getInputStream().readAllBytes());
        }
    }

    RawAnswer get(String target, String... headers) throws IOException {
        return call("GET", target, headers);
    }

    RawAnswer call(String method, String target, String... headers) throws IOException {
        String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return send(method + " " + target + " HTTP/1.1\r\n" + lines, "");
    }
}
