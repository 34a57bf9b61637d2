package dev.gatehouse.chain.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are, where an HTTP client would tidy them up, and reads the answer whole. */
record RawHttp(int port) {
    /** @param head request line and header lines without Host, each ended by CRLF */
    RawAnswer send(String head, String body) throws IOException {
        return sent((head + "Host: localhost\r\nConnection: close\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    /** @param head request line and all header lines with their ends; the connection is closed for writing after it */
    RawAnswer raw(String head) throws IOException {
        return sent(head.getBytes(StandardCharsets.UTF_8));
    }

    /** @param head a byte for each letter */
    RawAnswer bytes(String head) throws IOException {
        return sent(head.getBytes(StandardCharsets.ISO_8859_1));
    }

    private RawAnswer sent(byte[] bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
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
