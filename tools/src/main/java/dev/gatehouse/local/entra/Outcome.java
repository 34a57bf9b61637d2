package dev.gatehouse.local.entra;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What came of a step: a value, or Entra's refusal. */
sealed interface Outcome<T> {

    record Granted<T>(T value) implements Outcome<T> {}

    record Refused<T>(EntraError error, String description) implements Outcome<T> {
        <U> Outcome<U> as() {
            return new Refused<>(error, description);
        }
    }

    static <T> Outcome<T> granted(T value) {
        return new Granted<>(value);
    }

    static <T> Outcome<T> of(Optional<T> value, Supplier<Outcome<T>> otherwise) {
        return value.map(Outcome::granted).orElseGet(otherwise);
    }

    /** The next step, unless this one was refused. */
    default <U> Outcome<U> then(Function<? super T, Outcome<U>> next) {
        if (this instanceof Refused<T> refused) {
            return refused.as();
        }
        return next.apply(((Granted<T>) this).value());
    }

    default <U> Outcome<U> map(Function<? super T, U> change) {
        return then(value -> granted(change.apply(value)));
    }

    /** The value itself when a condition holds for it. */
    default Outcome<T> onlyIf(Function<? super T, Boolean> condition, Supplier<Outcome<T>> otherwise) {
        return then(value -> condition.apply(value) ? granted(value) : otherwise.get());
    }
}
