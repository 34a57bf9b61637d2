package dev.gatehouse.chain.host;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Passes log lines on and keeps the last few, for the error message when the start fails. */
final class LogTail implements Consumer<String> {
    private static final int KEPT = 20;

    private final Consumer<String> log;
    private final Deque<String> last = new ArrayDeque<>();

    LogTail(Consumer<String> log) {
        this.log = log;
    }

    @Override
    public synchronized void accept(String line) {
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        last.addLast(line);
        log.accept(line);
    }

    @Override
    public synchronized String toString() {
        return String.join("\n", last);
    }
}
