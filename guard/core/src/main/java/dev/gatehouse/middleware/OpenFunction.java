package dev.gatehouse.middleware;

import com.microsoft.azure.functions.HttpResponseMessage;

/** What a public function that calls the guard itself does. */
@FunctionalInterface
public interface OpenFunction<E extends Exception> {
    /** @throws E as the function does */
    HttpResponseMessage serve() throws E;
}
