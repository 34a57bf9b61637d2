package dev.gatehouse.token;

import dev.gatehouse.redaction.Redaction;
import java.util.Optional;

/**
 * What the log may say of a token whose signature holds: enough to find it in Entra's sign-in logs, no use to a thief.
 *
 * @param uniqueId {@code uti}, the sign-in logs' unique token identifier
 * @param client {@code azp} or {@code appid}
 * @param objectId {@code oid}
 */
public record TokenIds(Optional<String> uniqueId, Optional<String> client, Optional<String> objectId) {

    static TokenIds of(ClaimedCaller caller) {
        return new TokenIds(
                caller.claims().text("uti").map(Redaction::of),
                caller.client().map(Redaction::of),
                caller.objectId().map(Redaction::of));
    }
}
