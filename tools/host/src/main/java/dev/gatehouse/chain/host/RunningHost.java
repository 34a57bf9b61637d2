package dev.gatehouse.chain.host;

import java.nio.file.Path;
import java.util.List;

/** A Functions host that runs a copy of the staged app in a separate process. */
public final class RunningHost implements AutoCloseable {
    private final StagingCopy copy;
    private final ChildProcess child;
    private final Serving serving;

    RunningHost(StagingCopy copy, ChildProcess child, Serving serving) {
        this.copy = copy;
        this.child = child;
        this.serving = serving;
    }

    /**
     * What a running host offers.
     *
     * @param end ends what stands before its process
     */
    record Serving(int port, List<String> notes, Runnable end) {
        Serving {
            notes = List.copyOf(notes);
        }
    }

    /** Its port on the loopback address. */
    public int port() {
        return serving.port();
    }

    /**
     * What it serves otherwise than one might expect, one line each: functions that are not served or not reached, with the reason.
     * For Core Tools, what was changed in its copy of the app.
     */
    public List<String> notes() {
        return serving.notes();
    }

    /** Start time of its process by {@link System#nanoTime}; the app was copied before. */
    public long begunAt() {
        return child.begunAt();
    }

    /** Ends only the host's processes, and deletes its copy of the app. */
    @Override
    public void close() {
        serving.end().run();
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
