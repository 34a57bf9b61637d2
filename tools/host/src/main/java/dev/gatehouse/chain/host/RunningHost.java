package dev.gatehouse.chain.host;

import java.nio.file.Path;

/** A Functions host that runs a copy of the staged app in a separate process. */
public final class RunningHost implements AutoCloseable {
    private final StagingCopy copy;
    private final ChildProcess child;
    private final int port;

    RunningHost(StagingCopy copy, ChildProcess child, int port) {
        this.copy = copy;
        this.child = child;
        this.port = port;
    }

    /** Its port on the loopback address. */
    public int port() {
        return port;
    }

    /** Start time of its process by {@link System#nanoTime}; the app was copied before. */
    public long begunAt() {
        return child.begunAt();
    }

    /** Ends only the host's processes, and deletes its copy of the app. */
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
