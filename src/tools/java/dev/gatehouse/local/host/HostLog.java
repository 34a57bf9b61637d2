package dev.gatehouse.local.host;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The host's log: lines of {@code [level] function: message}, every key in them blotted out. */
final class HostLog {
    private static final String HOST = "host";

    private final Consumer<String> lines;
    private final HostKeys keys;

    HostLog(Consumer<String> lines, HostKeys keys) {
        this.lines = lines;
        this.keys = keys;
    }

    void host(String message) {
        write("info", HOST, message);
    }

    void refused(String function, String reason) {
        write("info", function, reason);
    }

    void failed(String function, String what, Throwable failure) {
        write("error", function, what + ": " + trace(failure));
    }

    /** The logger of one invocation; nothing of it is kept once the invocation is over. */
    Logger of(String function) {
        Logger logger = Logger.getAnonymousLogger();
        logger.setUseParentHandlers(false);
        logger.setLevel(Level.INFO); // the host drops what is finer unless host.json asks for it
        logger.addHandler(new ToLines(function));
        return logger;
    }

    private void write(String level, String source, String message) {
        keys.redact(message)
                .lines()
                .map(line -> "[" + level + "] " + source + ": " + line.replaceAll("\\p{Cntrl}", " "))
                .forEach(lines);
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
