package dev.gatehouse.token;

import java.util.Optional;

/**
 * What the log may say of a token whose signature holds: enough to find it in Entra's sign-in logs, no use to a thief.
 *
 * @param uniqueId {@code uti}, the sign-in logs' unique token identifier
 * @param client {@code azp} or {@code appid}
 * @param objectId {@code oid}
 */
public record TokenIds(Optional<String> uniqueId, Optional<String> client, Optional<String> objectId) {

    static TokenIds of(Evidence evidence) {
        return new TokenIds(
                evidence.claims().text("uti").map(Redaction::of),
                evidence.client().map(Redaction::of),
                evidence.claims().text("oid").map(Redaction::of));
    }
}
