package dev.gatehouse.taskhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TableFaultsTest {
    private static final TableFaults FAULTS = new TableFaults("acct", "MyHubInstances", List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403|{\"odata.error\":{\"code\":\"AuthorizationPermissionMismatch\"}}|acct answered 403 AuthorizationPermissionMismatch: assign",
                "403|<?xml version=\"1.0\"?><m:error xmlns:m=\"x\"><m:code>AuthenticationFailed</m:code></m:error>|acct answered 403 AuthenticationFailed: assign",
                "401|nothing|acct answered 401: assign the role Storage Table Data Reader",
                "404|x|there is no table MyHubInstances at acct",
                "503|<Error><Code>ServerBusy</Code></Error>|acct answered 503 ServerBusy",
            })
    void saysWhatTheServiceAnswered(int status, String body, String message) {
        assertThat(FAULTS.answered(status, body)).hasMessageStartingWith(message);
    }

    static Stream<Arguments> brokenConnections() {
        return Stream.of(
                Arguments.of(new UnknownHostException("acct"), "the host acct was not found"),
                Arguments.of(new ConnectException("refused"), "acct cannot be reached"),
                Arguments.of(new HttpConnectTimeoutException("late"), "acct cannot be reached"),
                Arguments.of(new HttpTimeoutException("late"), "acct did not answer in time"),
                Arguments.of(new SSLHandshakeException("no"), "no trusted TLS connection to acct"),
                Arguments.of(new IOException("reset"), "the connection to acct broke"));
    }

    @ParameterizedTest
    @MethodSource("brokenConnections")
    void findsTheConnectionsFaultAmongItsCauses(IOException fault, String message) {
        assertThat(FAULTS.of(new IllegalStateException(new UncheckedIOException(fault))))
                .isInstanceOf(UnreadableHistory.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void leavesAFaultOfOurOwnAsItIs() {
        RuntimeException own = new IllegalStateException("own");

        assertThat(FAULTS.of(own)).isSameAs(own);
    }
}
