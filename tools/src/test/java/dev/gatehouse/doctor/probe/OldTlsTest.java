package dev.gatehouse.doctor.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.calls.CallRow;
import dev.gatehouse.calls.CallVerdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OldTlsTest {
    /** First bytes of a record: type, version, length; of a ServerHello: type, length, version. */
    @ParameterizedTest
    @CsvSource({
        "1603020030 02 00002c 0302,FAILED,accepted TLS 1.1",
        "1603010030 02 00002c 0301,FAILED,accepted TLS 1.0",
        "1503020002 0246,PASSED,refused (TLS alert 70)",
        "1503010002 0228,PASSED,refused (TLS alert 40)",
        "'',PASSED,connection closed",
        "485454502f312e3120,NOT_TRIED,no TLS",
    })
    void isJudgedByWhatTheServerAnswersToAnOldHandshake(String answer, CallVerdict verdict, String actual)
            throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread serving = new Thread(() -> serve(server, HexFormat.of().parseHex(answer.replace(" ", ""))));
            serving.start();

            CallRow row = new OldTls(Door.GATEWAY, URI.create("https://localhost:" + server.getLocalPort())).row();

            assertThat(row.outcome().verdict()).isEqualTo(verdict);
            assertThat(row.outcome().answer().status()).isEqualTo(actual);
        }
    }

    private static void serve(ServerSocket server, byte[] answer) {
        try (Socket client = server.accept()) {
            byte[] head = client.getInputStream().readNBytes(5);
            client.getInputStream().readNBytes((head[3] & 0xff) << 8 | head[4] & 0xff);
            client.getOutputStream().write(answer);
            client.shutdownOutput();
            client.getInputStream().readAllBytes();
        } catch (IOException gone) {
            // the probe has read what it wanted
        }
    }
}
