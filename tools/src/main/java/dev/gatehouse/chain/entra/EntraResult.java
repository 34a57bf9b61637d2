package dev.gatehouse.chain.entra;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The result of a step: a value, or Entra's refusal. */
sealed interface EntraResult<T> {

    record Granted<T>(T value) implements EntraResult<T> {}

    /** @param claims what the client must request of the user, as JSON; empty where nothing the user does would help */
    record Refused<T>(EntraError error, String description, String claims) implements EntraResult<T> {
        <U> EntraResult<U> as() {
            return new Refused<>(error, description, claims);
        }

        Refused<T> challenging(String json) {
            return new Refused<>(error, description, json);
        }
    }

    static <T> EntraResult<T> granted(T value) {
        return new Granted<>(value);
    }

    static <T> EntraResult<T> of(Optional<T> value, Supplier<EntraResult<T>> otherwise) {
        return value.map(EntraResult::granted).orElseGet(otherwise);
    }

    /** Runs the next step, unless this one was refused. */
    default <U> EntraResult<U> then(Function<? super T, EntraResult<U>> next) {
        if (this instanceof Refused<T> refused) {
            return refused.as();
        }
        return next.apply(((Granted<T>) this).value());
    }

    default <U> EntraResult<U> map(Function<? super T, U> change) {
        return then(value -> granted(change.apply(value)));
    }

    /** The same value if it meets a condition, otherwise the refusal. */
    default EntraResult<T> onlyIf(Function<? super T, Boolean> condition, Supplier<EntraResult<T>> otherwise) {
        return then(value -> condition.apply(value) ? granted(value) : otherwise.get());
    }
}
