package dev.gatehouse.middleware;

import com.microsoft.azure.functions.HttpResponseMessage;

/** What a function that calls the guard itself does for a caller who was let in. */
@FunctionalInterface
public interface GuardedFunction<E extends Exception> {
    /** @throws E as the function does */
    HttpResponseMessage serve(Caller caller) throws E;
}
