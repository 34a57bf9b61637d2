package dev.gatehouse.chain.host;

import java.nio.file.Path;

/** A Functions host that runs a copy of the staged app in a process of its own. */
public final class RunningHost implements AutoCloseable {
    private final StagingCopy copy;
    private final ChildProcess child;
    private final int port;

    RunningHost(StagingCopy copy, ChildProcess child, int port) {
        this.copy = copy;
        this.child = child;
        this.port = port;
    }

    /** Where it listens on the loopback address. */
    public int port() {
        return port;
    }

    /** When its process was started, as {@link System#nanoTime} counts: the copy of the app was made before. */
    public long begunAt() {
        return child.begunAt();
    }

    /** Ends the host's own processes, and no other, and deletes its copy of the app. */
    @Override
    public void close() {
        child.close();
        copy.close();
    }

    Process process() {
        return child.process();
    }

    Path copy() {
        return copy.folder();
    }
}
