package dev.gatehouse.token;

import java.util.Optional;

/** One question to the claims of a token whose signature holds. A missing claim is a violation. */
@FunctionalInterface
interface ClaimRule {
    Optional<Violation> check(Evidence evidence);
}
