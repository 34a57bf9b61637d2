package dev.gatehouse.middleware;

import dev.gatehouse.token.Caller;

/** What a function does for an admitted caller. */
@FunctionalInterface
public interface SecuredFunction {
    Reply serve(Caller caller);
}
