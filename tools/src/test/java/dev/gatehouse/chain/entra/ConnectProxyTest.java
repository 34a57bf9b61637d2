package dev.gatehouse.chain.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chain.entra.directory.Cloud;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectProxyTest {
    private ServerSocket entra;
    private ConnectProxy proxy;

    @BeforeEach
    void start() throws IOException {
        entra = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        proxy = ConnectProxy.start();
        Cloud.loginHosts().forEach(host -> proxy.lead(host, entra.getLocalPort()));
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        entra.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login.microsoftonline.com:443",
                "LOGIN.microsoftonline.com:443",
                "login.microsoftonline.us:443",
                "login.partner.microsoftonline.cn:443",
            })
    void leadsTheLoginHostsToEntra(String target) throws IOException {
        try (Socket client = connect("CONNECT " + target + " HTTP/1.1\r\nHost: x\r\n\r\n")) {
            assertThat(read(client, 39)).isEqualTo("HTTP/1.1 200 Connection established\r\n\r\n");
            try (Socket server = entra.accept()) {
                client.getOutputStream().write("ping".getBytes(StandardCharsets.US_ASCII));
                assertThat(read(server, 4)).isEqualTo("ping");
                server.getOutputStream().write("pong".getBytes(StandardCharsets.US_ASCII));
                assertThat(read(client, 4)).isEqualTo("pong");
            }
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECT example.com:443 HTTP/1.1",
                "CONNECT login.microsoftonline.com:80 HTTP/1.1",
                "CONNECT login.microsoftonline.com HTTP/1.1",
                "CONNECT login.microsoftonline.com.example.com:443 HTTP/1.1",
                "CONNECT 127.0.0.1:443 HTTP/1.1",
                "CONNECT 169.254.169.254:80 HTTP/1.1",
                "GET http://login.microsoftonline.com/ HTTP/1.1",
                "GET / HTTP/1.1",
            })
    void refusesEverythingElse(String line) throws IOException {
        try (Socket client = connect(line + "\r\nHost: x\r\n\r\n")) {
            assertThat(read(client, 22)).isEqualTo("HTTP/1.1 403 Forbidden");
        }
    }

    @Test
    void hangsUpOnAHeadWithoutEnd() throws IOException {
        try (Socket client = connect("CONNECT " + "x".repeat(9_000))) {
            assertThat(ends(client)).isTrue();
        }
    }

    @Test
    void cutsOneHostWithItsConnections() throws IOException {
        proxy.lead("shop.table.core.windows.net", entra.getLocalPort());
        String line = "CONNECT Shop.table.core.windows.net:443 HTTP/1.1\r\n\r\n";
        try (Socket other = connect("CONNECT login.microsoftonline.com:443 HTTP/1.1\r\n\r\n");
                Socket client = connect(line)) {
            assertThat(read(client, 39)).startsWith("HTTP/1.1 200");
            assertThat(read(other, 39)).startsWith("HTTP/1.1 200");
            proxy.cut("shop.table.core.windows.net");
            assertThat(ends(client)).isTrue();
            other.setSoTimeout(200);
            assertThatThrownBy(() -> other.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
        try (Socket client = connect(line)) {
            assertThat(read(client, 22)).isEqualTo("HTTP/1.1 403 Forbidden");
        }
        proxy.lead("shop.table.core.windows.net", entra.getLocalPort());
        try (Socket client = connect(line)) {
            assertThat(read(client, 39)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void closesItsTunnels() throws IOException {
        try (Socket client = connect("CONNECT login.microsoftonline.com:443 HTTP/1.1\r\n\r\n")) {
            read(client, 39);
            proxy.close();
            assertThat(ends(client)).isTrue();
        }
    }

    private Socket connect(String head) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(5_000);
        client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private static String read(Socket socket, int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.US_ASCII);
    }

    private static boolean ends(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
