package dev.gatehouse.chain.easyauth;

import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.Claims;

/** What Easy Auth makes of a request's token. */
sealed interface Judgement {
    record Authenticated(Claims claims) implements Judgement {}

    /** There is no good token. */
    record Unauthenticated(CheckResult refusal) implements Judgement {}

    /** The token is good, and its caller is not allowed. */
    record Forbidden(CheckResult refusal) implements Judgement {}
}
