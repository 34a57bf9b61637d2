package dev.gatehouse.local.easyauth;

import dev.gatehouse.token.Claims;

/** What Easy Auth makes of a request's token. */
sealed interface Judgement {
    record Authenticated(Claims claims) implements Judgement {}

    /** @param status 401 for no good token, 403 for a good token of somebody who is not allowed */
    record Rejected(int status, String reason, String expected, String actual) implements Judgement {}
}
