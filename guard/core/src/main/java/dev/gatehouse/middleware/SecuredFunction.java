package dev.gatehouse.middleware;

/** What a function does for an admitted caller. */
@FunctionalInterface
public interface SecuredFunction {
    Reply serve(AdmittedCaller caller);
}
