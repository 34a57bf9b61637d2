package dev.gatehouse.token;

/**
 * What a rule found.
 *
 * @param reason what a token that breaks it is refused with
 * @param actual the sender's text, not yet fit to be shown
 */
record RuleCheck(Reason reason, boolean holds, String expected, String actual) {}
