package dev.gatehouse.chain.gateway;

import dev.gatehouse.chain.gateway.policy.PolicySource;

/**
 * A published operation.
 *
 * @param method such as {@code GET}, compared exactly
 * @param template the path below the API's, such as {@code accounts/{id}}
 * @param policy the document of the operation's scope
 * @param needs what its caller must have, for traces; the policy decides
 */
public record PublishedOperation(String name, String method, String template, PolicySource policy, String needs) {

    /** An operation without a description of what it needs. */
    public PublishedOperation(String name, String method, String template, PolicySource policy) {
        this(name, method, template, policy, "");
    }
}
