package dev.gatehouse;

import dev.gatehouse.middleware.Guard;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The app's guard. It reads the app settings and the contract once, when the worker loads the first function. */
public final class Gatehouse {
    private static final AtomicReference<@Nullable CompletableFuture<Guard>> GUARD = new AtomicReference<>();

    private Gatehouse() {}

    /**
     * The one guard of this app; waits while it is put together. Never throws: where settings or contract have faults, it refuses
     * every call, and the log says why.
     */
    public static Guard guard() {
        return begun().join();
    }

    /** Begins to put the guard together, in the background, unless that has begun. Never throws. */
    public static void start() {
        var unused = begun();
    }

    private static CompletableFuture<Guard> begun() {
        CompletableFuture<Guard> known = GUARD.get();
        if (known != null) {
            return known;
        }
        CompletableFuture<Guard> mine = new CompletableFuture<>();
        if (!GUARD.compareAndSet(null, mine)) {
            return Optional.ofNullable(GUARD.get()).orElse(mine);
        }
        Thread thread = new Thread(
                () -> mine.complete(GuardFactory.create(System.getenv(), Gatehouse.class.getClassLoader())),
                "gatehouse-start");
        thread.setDaemon(true);
        thread.start();
        return mine;
    }

    /**
     * For gatehouse-test: takes this guard in place of the app's own; null to put that together when it is asked for next.
     *
     * @return what was there before
     */
    static @Nullable CompletableFuture<Guard> replace(@Nullable CompletableFuture<Guard> guard) {
        return GUARD.getAndSet(guard);
    }
}
