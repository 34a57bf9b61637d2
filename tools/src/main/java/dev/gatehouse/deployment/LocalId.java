package dev.gatehouse.deployment;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Replaces the GUIDs that Azure would choose: the same for the same thing at each start, so that commands can be repeated. */
final class LocalId {
    private LocalId() {}

    static String of(String thing, String property) {
        return UUID.nameUUIDFromBytes(("gatehouse local " + thing + " " + property).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
