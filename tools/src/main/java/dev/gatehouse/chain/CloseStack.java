package dev.gatehouse.chain;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has been started, ended in the opposite order. */
final class CloseStack implements AutoCloseable {
    private final Deque<Runnable> endings = new ArrayDeque<>();

    synchronized void endBy(Runnable ending) {
        endings.push(ending);
    }

    /** Ends everything, also when one ending fails; the first failure is thrown at the end. */
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
