package dev.gatehouse.chain.gateway;

import dev.gatehouse.chain.gateway.policy.PolicySource;

/**
 * A published operation.
 *
 * @param method such as {@code GET}, compared exactly
 * @param template the path below the API's, such as {@code accounts/{id}}
 * @param policy the document of its own scope
 * @param needs what its caller must have, for people who follow a call; the policy decides
 */
public record PublishedOperation(String name, String method, String template, PolicySource policy, String needs) {

    /** An operation that says nothing of what it needs. */
    public PublishedOperation(String name, String method, String template, PolicySource policy) {
        this(name, method, template, policy, "");
    }
}
