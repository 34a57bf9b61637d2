package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.LastError;
import dev.gatehouse.token.CheckResult;
import java.util.Collection;

/**
 * What a policy that decides by the token would say of one.
 *
 * @param policy as the policy document names it
 * @param place of the statement
 * @param values of the policy, which the check compares with
 */
public record ExplainedPolicy(String policy, LastError.Place place, CheckResult result, Collection<String> values) {}
