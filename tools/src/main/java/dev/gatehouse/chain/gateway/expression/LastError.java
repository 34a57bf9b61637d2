package dev.gatehouse.chain.gateway.expression;

import java.util.Optional;

/**
 * The failure that led to on-error, in expressions; no part of it may be in a response.
 *
 * @param place empty for a step of API Management before any policy
 */
public record LastError(Cause cause, Optional<Place> place) {
    /** Its name in expressions. */
    public static final String NAME = "LastError";

    /**
     * The failure.
     *
     * @param source the policy, or the step before all policies, that failed
     * @param reason API Management's name for it
     * @param message for the operator
     */
    public record Cause(String source, String reason, String message) {}

    /**
     * The place of the failure.
     *
     * @param path below the section, such as {@code choose[3]\when}
     * @param policyId the failed policy's own id
     */
    public record Place(String scope, String section, String path, Optional<String> policyId) {}
}
