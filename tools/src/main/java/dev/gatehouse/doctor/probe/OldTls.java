package dev.gatehouse.doctor.probe;

import dev.gatehouse.calls.CallRow.Outcome;
import dev.gatehouse.calls.CallRow.Question;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

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
        return door.question(
                "old-tls",
                "TLS 1.1 or older",
                "no handshake",
                "an attacker cannot downgrade connections to a broken version of TLS");
    }

    @Override
    public Outcome judge() {
        int port = address.getPort() < 0 ? 443 : address.getPort();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), port), MILLIS);
            socket.setSoTimeout(MILLIS);
            socket.getOutputStream().write(ClientHello.upToTls11(address.getHost()));
            socket.getOutputStream().flush();
            return judge(new DataInputStream(socket.getInputStream()));
        } catch (SocketTimeoutException silent) {
            return Outcome.notTried("no answer in 5 s", "a response to the TLS handshake");
        } catch (EOFException closed) {
            return Outcome.passed("connection closed");
        } catch (IOException reset) {
            return Outcome.passed("connection refused or reset");
        }
    }

    private static Outcome judge(DataInputStream answer) throws IOException {
        int record = answer.readUnsignedByte();
        answer.skipNBytes(4); // version and length
        if (record == ALERT) {
            answer.skipNBytes(1); // level
            return Outcome.passed("refused (TLS alert " + answer.readUnsignedByte() + ")");
        }
        if (record != HANDSHAKE || answer.readUnsignedByte() != SERVER_HELLO) {
            return Outcome.notTried("no TLS", "a URL of a server that supports TLS");
        }
        answer.skipNBytes(3); // length
        int version = answer.readUnsignedShort();
        return Outcome.failed(
                "accepted " + (version == 0x0302 ? "TLS 1.1" : "TLS 1.0"),
                "versions of TLS below 1.2 are accepted (minTlsVersion of the function app;"
                        + " the gateway's customProperties)");
    }

    /** The first message of a TLS client (RFC 4346 §7.4.1.2) with cipher suites that servers of that time supported. */
    private static final class ClientHello {
        private static final int[] SUITES = {0xC013, 0xC014, 0xC009, 0xC00A, 0x002F, 0x0035, 0x000A, 0x00FF};
        private static final int[] GROUPS = {0x001D, 0x0017, 0x0018};

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        private ClientHello() {}

        /** One record with the whole message, including the host name as browsers send it (RFC 6066 §3). */
        static byte[] upToTls11(String host) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            byte[] body = new ClientHello()
                    .number(0x0302, 2)
                    .raw(random)
                    .number(0, 1) // no session
                    .list(SUITES)
                    .number(1, 1) // one compression:
                    .number(0, 1) // none
                    .sized(extensions(host), 2)
                    .all();
            byte[] message = new ClientHello().number(1, 1).sized(body, 3).all();
            return new ClientHello()
                    .number(22, 1)
                    .number(0x0301, 2)
                    .sized(message, 2)
                    .all();
        }

        private static byte[] extensions(String host) {
            byte[] name = new ClientHello()
                    .number(0, 1)
                    .sized(host.getBytes(StandardCharsets.US_ASCII), 2)
                    .all();
            byte[] names = new ClientHello().sized(name, 2).all();
            byte[] groups = new ClientHello().list(GROUPS).all();
            byte[] formats = {1, 0}; // uncompressed points
            return new ClientHello()
                    .number(0, 2)
                    .sized(names, 2)
                    .number(10, 2)
                    .sized(groups, 2)
                    .number(11, 2)
                    .sized(formats, 2)
                    .all();
        }

        private ClientHello number(int value, int size) {
            for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
                bytes.write(value >> shift);
            }
            return this;
        }

        private ClientHello raw(byte[] content) {
            bytes.writeBytes(content);
            return this;
        }

        private ClientHello sized(byte[] content, int size) {
            return number(content.length, size).raw(content);
        }

        private ClientHello list(int[] values) {
            number(2 * values.length, 2);
            for (int value : values) {
                number(value, 2);
            }
            return this;
        }

        private byte[] all() {
            return bytes.toByteArray();
        }
    }
}
