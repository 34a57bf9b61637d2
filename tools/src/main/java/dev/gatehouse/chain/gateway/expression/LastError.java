package dev.gatehouse.chain.gateway.expression;

import java.util.Optional;

/**
 * Why a call came to on-error, as policies there see it; nothing of it belongs into an answer.
 *
 * @param place empty for a step that API Management takes before any policy
 */
public record LastError(Cause cause, Optional<Place> place) {
    /** How expressions call it. */
    public static final String NAME = "LastError";

    /**
     * What went wrong.
     *
     * @param source the policy, or the step before all policies, that failed
     * @param reason API Management's name for it
     * @param message for the operator
     */
    public record Cause(String source, String reason, String message) {}

    /**
     * Where it went wrong.
     *
     * @param path from the section inwards, such as {@code choose[3]\when}
     * @param policyId the failed policy's own id
     */
    public record Place(String scope, String section, String path, Optional<String> policyId) {}
}
