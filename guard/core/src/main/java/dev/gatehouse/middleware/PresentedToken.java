package dev.gatehouse.middleware;

import com.microsoft.azure.functions.ExecutionContext;
import java.util.Optional;

/**
 * The verified token that the caller itself sent, for calls on the caller's behalf. The one place where a function can reach it; never
 * the token of a gateway that calls for others.
 *
 * @param value for the token service alone: whoever has it is the caller
 */
public record PresentedToken(String value) {

    /** The token of the running function's caller; empty where the operation is public, and where a gateway calls for the caller. */
    public static Optional<PresentedToken> of(ExecutionContext context) {
        return context instanceof GuardedContext guarded ? guarded.token() : Optional.empty();
    }

    /** Never the token itself. */
    @Override
    public String toString() {
        return "a caller's token";
    }
}
