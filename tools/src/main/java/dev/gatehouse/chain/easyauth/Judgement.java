package dev.gatehouse.chain.easyauth;

import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.Claims;

/** Easy Auth's decision about a request's token. */
sealed interface Judgement {
    record Authenticated(Claims claims) implements Judgement {}

    /** No valid token. */
    record Unauthenticated(CheckResult refusal) implements Judgement {}

    /** The token is valid, but its caller is not allowed. */
    record Forbidden(CheckResult refusal) implements Judgement {}
}
