package dev.gatehouse;

import dev.gatehouse.middleware.Guard;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A guard in place of the one that {@link Gatehouse#guard()} would put together, until it is closed. Tests use {@link
 * dev.gatehouse.test.TestIssuer#install()}.
 *
 * <p>This is no switch to turn the guard off. It is in a jar for tests only, in the guard's package, because nothing that ships may
 * replace the guard; it refuses to work inside the Functions worker, should that jar be staged by mistake; and what it installs
 * is a whole guard, which verifies tokens as any other.
 */
public final class InstalledGuard implements AutoCloseable {
    private static final String WORKER = "com.microsoft.azure.functions.worker.Application";

    private final @Nullable CompletableFuture<Guard> before;

    private InstalledGuard(@Nullable CompletableFuture<Guard> before) {
        this.before = before;
    }

    /**
     * Installs a guard for the whole process: tests that install different ones must not run at the same time.
     *
     * @throws IllegalStateException inside the Functions worker
     */
    public static InstalledGuard install(Guard guard) {
        if (isLoadable(WORKER)) {
            throw new IllegalStateException(
                    "gatehouse-test is for tests: give it the scope test, so that it is not deployed with the app");
        }
        return new InstalledGuard(Gatehouse.replace(CompletableFuture.completedFuture(guard)));
    }

    /** Gives the former guard its place back. */
    @Override
    public void close() {
        var unused = Gatehouse.replace(before);
    }

    static boolean isLoadable(String type) {
        try {
            Class.forName(type, false, ClassLoader.getSystemClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
