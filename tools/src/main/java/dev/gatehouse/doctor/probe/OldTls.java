package dev.gatehouse.doctor.probe;

import dev.gatehouse.doctor.probe.ProbeRow.Judged;
import dev.gatehouse.doctor.probe.ProbeRow.Question;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;

/**
 * The row with a handshake that offers TLS 1.1 at most (RFC 4346; deprecated by RFC 8996). It writes the first bytes itself,
 * because a JDK refuses to offer these versions.
 */
record OldTls(Door door, URI address) implements ProbeCheck {
    private static final int MILLIS = 5_000;
    private static final int HANDSHAKE = 22;
    private static final int ALERT = 21;
    private static final int SERVER_HELLO = 2;

    @Override
    public Question question() {
        return new Question(
                door.prefix() + "old-tls",
                door.title() + ": TLS 1.1 or older",
                "no handshake",
                "an attacker cannot downgrade connections to a broken version of TLS");
    }

    @Override
    public Judged judge() {
        int port = address.getPort() < 0 ? 443 : address.getPort();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), port), MILLIS);
            socket.setSoTimeout(MILLIS);
            socket.getOutputStream().write(ClientHello.upToTls11(address.getHost()));
            socket.getOutputStream().flush();
            return judge(new DataInputStream(socket.getInputStream()));
        } catch (SocketTimeoutException silent) {
            return Judged.notTried("no answer in 5 s", "a response to the TLS handshake");
        } catch (EOFException closed) {
            return Judged.passed("connection closed");
        } catch (IOException reset) {
            return Judged.passed("connection refused or reset");
        }
    }

    private static Judged judge(DataInputStream answer) throws IOException {
        int record = answer.readUnsignedByte();
        answer.skipNBytes(4); // version and length
        if (record == ALERT) {
            answer.skipNBytes(1); // level
            return Judged.passed("refused (TLS alert " + answer.readUnsignedByte() + ")");
        }
        if (record != HANDSHAKE || answer.readUnsignedByte() != SERVER_HELLO) {
            return Judged.notTried("no TLS", "a URL of a server that supports TLS");
        }
        answer.skipNBytes(3); // length
        int version = answer.readUnsignedShort();
        return Judged.failed(
                "accepted " + (version == 0x0302 ? "TLS 1.1" : "TLS 1.0"),
                "versions of TLS below 1.2 are accepted (minTlsVersion of the function app;"
                        + " the gateway's customProperties)");
    }
}
