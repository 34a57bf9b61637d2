package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.LastError;
import dev.gatehouse.token.CheckResult;
import java.util.Collection;

/**
 * The result of a token-checking policy for a token.
 *
 * @param policy its name in the policy document
 * @param place of the statement
 * @param values of the policy, which the check compares with
 */
public record ExplainedPolicy(String policy, LastError.Place place, CheckResult result, Collection<String> values) {}
