package dev.gatehouse.token;

/** One question to the claims of a token whose signature holds. A missing claim breaks the rule. */
@FunctionalInterface
interface ClaimRule {
    RuleCheck check(Evidence evidence);
}
