package dev.gatehouse.local.gateway;

import dev.gatehouse.local.gateway.policy.PolicySource;

/**
 * A published operation.
 *
 * @param method such as {@code GET}, compared exactly
 * @param template the path below the API's, such as {@code accounts/{id}}
 * @param policy the document of its own scope
 */
public record Operation(String name, String method, String template, PolicySource policy) {}
