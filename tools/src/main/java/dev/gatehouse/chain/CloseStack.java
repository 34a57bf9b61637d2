package dev.gatehouse.chain;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was started, in reverse order. */
final class CloseStack implements AutoCloseable {
    private final Deque<Runnable> endings = new ArrayDeque<>();

    synchronized void endBy(Runnable ending) {
        endings.push(ending);
    }

    /** Closes everything, even if closing one part fails; the first failure is thrown at the end. */
    @Override
    public synchronized void close() {
        RuntimeException failure = null;
        while (!endings.isEmpty()) {
            try {
                endings.pop().run();
            } catch (RuntimeException failed) {
                failure = failure == null ? failed : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
