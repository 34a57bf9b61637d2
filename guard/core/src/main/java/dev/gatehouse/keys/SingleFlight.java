package dev.gatehouse.keys;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets one thread at a time do a piece of work; the others wait for its outcome instead of doing it again. */
final class SingleFlight<T> {
    private @Nullable CompletableFuture<Optional<T>> underWay; // guarded by this

    /**
     * Joins the work under way, or does it when it is due.
     *
     * @param due asked under the lock, only when no work is under way
     * @param work must not throw but for bugs
     * @return empty when the work failed or was not due
     */
    Optional<T> join(BooleanSupplier due, Supplier<Optional<T>> work) {
        CompletableFuture<Optional<T>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<T>> others;
        synchronized (this) {
            others = underWay;
            if (others == null) {
                if (!due.getAsBoolean()) {
                    return Optional.empty();
                }
                underWay = mine;
            }
        }
        return others == null ? fly(mine, work) : others.join();
    }

    private Optional<T> fly(CompletableFuture<Optional<T>> flight, Supplier<Optional<T>> work) {
        Optional<T> outcome = Optional.empty();
        try {
            outcome = work.get();
            return outcome;
        } finally {
            synchronized (this) {
                underWay = null;
            }
            flight.complete(outcome);
        }
    }
}
