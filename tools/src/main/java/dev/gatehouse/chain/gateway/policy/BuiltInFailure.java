package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.LastError;
import java.util.Optional;

/**
 * Why a call was refused before any policy ran, by a built-in step
 * (https://learn.microsoft.com/azure/api-management/api-management-error-handling-policies).
 *
 * @param source the step's name
 * @param message API Management's own
 */
public record BuiltInFailure(String source, String message, PolicyFailure failure) {
    LastError error() {
        return new LastError(new LastError.Cause(source, failure.reason(), message), Optional.empty());
    }
}
