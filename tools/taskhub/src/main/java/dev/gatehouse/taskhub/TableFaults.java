package dev.gatehouse.taskhub;

import com.azure.core.exception.ClientAuthenticationException;
import dev.gatehouse.redaction.Redaction;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Explains on one line why a table could not be read. */
record TableFaults(String host, String table, List<String> sources) {
    /** In JSON or XML, as the service chose. */
    private static final Pattern ERROR_CODE = Pattern.compile("(?i)(?:\"code\":\\s*\"|<(?:\\w+:)?code>)(\\w{1,60})");

    /** The error with a readable message, or the unchanged error if the table did not cause it. */
    RuntimeException of(RuntimeException fault) {
        List<Throwable> causes = Stream.<Throwable>iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .toList();
        return causes.stream()
                .flatMap(cause -> Stream.ofNullable(line(cause)))
                .findFirst()
                .<RuntimeException>map(UnreadableHistory::new)
                .orElse(fault);
    }

    private @Nullable String line(Throwable cause) {
        if (cause instanceof UnreadableHistory) {
            return cause.getMessage();
        }
        if (cause instanceof ClientAuthenticationException) {
            return "no token of Microsoft Entra for " + host + "; tried "
                    + String.join(", then ", sources) + ": "
                    + firstSentence(String.valueOf(cause.getMessage()));
        }
        if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
            return "the host " + host + " was not found: check the account's name and the network";
        }
        if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException) {
            return host
                    + " cannot be reached: check that it is running, and that its firewall or private endpoint allows this machine";
        }
        if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
            return host + " did not answer in time";
        }
        if (cause instanceof SSLException) {
            return "no trusted TLS connection to " + host + " ("
                    + cause.getClass().getSimpleName() + ")";
        }
        return cause instanceof IOException
                ? "the connection to " + host + " broke (" + cause.getClass().getSimpleName() + ")"
                : null;
    }

    /** The library's message without its advice: at most one line, without secrets that a command may have printed. */
    private static String firstSentence(String message) {
        String said = message.split("\\R|To mitigate", 2)[0];
        return Redaction.of(said.strip());
    }

    /** The service's error response. */
    UnreadableHistory answered(int status, String body) {
        Matcher code = ERROR_CODE.matcher(body);
        String said = host + " answered " + status + (code.find() ? " " + code.group(1) : "");
        if (status == 404) {
            return new UnreadableHistory(
                    "there is no table " + table + " at " + host + ": another --hub, or the app keeps"
                            + " its history elsewhere (only the Azure Storage provider has these tables)");
        }
        if (status == 401 || status == 403) {
            return new UnreadableHistory(
                    said + ": assign the role Storage Table Data Reader to the identity that runs this, on the"
                            + " account; a new role takes some minutes, and the account's firewall answers 403 too");
        }
        return new UnreadableHistory(said);
    }
}
