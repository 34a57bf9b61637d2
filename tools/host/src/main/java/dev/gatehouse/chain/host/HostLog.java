package dev.gatehouse.chain.host;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * The host's log, with every key redacted: lines of {@code [level] function: message}, continuation lines
 * indented so that they do not look like a first line, and one line of JSON per request, {@code [host] {…}}.
 */
final class HostLog {
    private final Consumer<String> lines;
    private final HostKeys keys;

    HostLog(Consumer<String> lines, HostKeys keys) {
        this.lines = lines;
        this.keys = keys;
    }

    /** The last line of a request; no line of an app begins like it. */
    void decided(JsonObject decision) {
        lines.accept("[host] " + keys.redact(decision.toString()));
    }

    /** A line of the host about one function or, under the name host, about the app. */
    void noted(String source, String what) {
        write("info", source, what);
    }

    void failed(String function, String what) {
        write("error", function, what);
    }

    void failed(String function, String what, Throwable failure) {
        write("error", function, what + ": " + trace(failure));
    }

    /** The logger of one invocation; it is not kept after the invocation. */
    Logger of(String function) {
        Logger logger = Logger.getAnonymousLogger();
        logger.setUseParentHandlers(false);
        logger.setLevel(Level.INFO); // the host drops finer levels unless host.json enables them
        logger.addHandler(new ToLines(function));
        return logger;
    }

    private void write(String level, String source, String message) {
        String indent = "";
        for (String line : keys.redact(message).lines().toList()) {
            lines.accept("[" + level + "] " + source + ": " + indent + line.replaceAll("\\p{Cntrl}", " "));
            indent = "  ";
        }
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private final class ToLines extends Handler {
        private final String function;
        private final SimpleFormatter formatter = new SimpleFormatter();

        ToLines(String function) {
            this.function = function;
        }

        @Override
        public void publish(LogRecord entry) {
            String level = level(entry.getLevel());
            write(level, function, formatter.formatMessage(entry));
            if (entry.getThrown() != null) {
                write(level, function, trace(entry.getThrown()));
            }
        }

        private static String level(Level level) {
            if (level.intValue() >= Level.SEVERE.intValue()) {
                return "error";
            }
            return level.intValue() >= Level.WARNING.intValue()
                    ? "warn"
                    : level.getName().toLowerCase(Locale.ROOT);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
