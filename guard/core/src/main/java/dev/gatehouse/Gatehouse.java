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
     * The one guard of this app; waits while it is put together. Where settings or contract have faults, it refuses every call, and
     * the log says why.
     *
     * @throws java.util.concurrent.CompletionException where a library of the guard is missing
     */
    public static Guard guard() {
        return start().join();
    }

    /** Begins to put the guard together, in the background, unless that has begun; says whether it is done. */
    public static boolean begin() {
        return start().isDone();
    }

    private static CompletableFuture<Guard> start() {
        CompletableFuture<Guard> known = GUARD.get();
        if (known != null) {
            return known;
        }
        CompletableFuture<Guard> mine = new CompletableFuture<>();
        if (!GUARD.compareAndSet(null, mine)) {
            return Optional.ofNullable(GUARD.get()).orElse(mine);
        }
        try {
            Thread thread = new Thread(() -> create(mine), "gatehouse-start");
            thread.setDaemon(true);
            thread.start();
        } catch (Throwable noThread) {
            fail(mine, noThread);
        }
        return mine;
    }

    private static void create(CompletableFuture<Guard> guard) {
        try {
            guard.complete(GuardFactory.create(System.getenv(), Gatehouse.class.getClassLoader()));
        } catch (Throwable fault) { // such as a library that is not there: no call may wait for ever
            fail(guard, fault);
        }
    }

    private static void fail(CompletableFuture<Guard> guard, Throwable fault) {
        guard.completeExceptionally(new IllegalStateException("Gatehouse error: the guard could not be put together: "
                + fault + ". To fix it, stage the app with all libraries of gatehouse-guard in lib/."));
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
