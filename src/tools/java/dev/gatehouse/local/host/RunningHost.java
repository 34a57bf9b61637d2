package dev.gatehouse.local.host;

/** A Functions host that listens on the loopback address until it is closed. */
public sealed interface RunningHost extends AutoCloseable permits FunctionHost, CoreTools {
    int port();

    /** Ends the host's own processes, and no other, and deletes its copy of the app. */
    @Override
    void close();
}
