package dev.gatehouse.doctor.settings;

import dev.gatehouse.Settings;
import java.util.Map;
import java.util.Optional;

/**
 * Ids of the right form in the wrong setting.
 *
 * @param deployed what the deployment would set
 */
record SwappedIds(Map<String, String> deployed) {

    /** What stands there instead, and what to write; empty where nothing is confused. */
    Optional<String> in(String name, String value) {
        String id = value.toLowerCase(java.util.Locale.ROOT);
        if (name.equals(Settings.API_CLIENT_ID)) {
            return holds(Settings.TENANT_IDS, id)
                    ? Optional.of("This is the tenant's id: give the client id of the API's registration.")
                    : holds(Settings.ALLOWED_CLIENTS, id)
                            ? Optional.of(
                                    "This is the id of a client: give the client id of the API's own registration.")
                            : Optional.empty();
        }
        return name.equals(Settings.ALLOWED_PRINCIPALS) && anyOf(Settings.ALLOWED_CLIENTS, id)
                ? Optional.of("A client id stands there: give object ids (oid) of service principals or users.")
                : Optional.empty();
    }

    private boolean holds(String setting, String id) {
        return ("," + deployed.getOrDefault(setting, "") + ",").contains("," + id + ",");
    }

    private boolean anyOf(String setting, String ids) {
        return java.util.Arrays.stream(ids.split(",", -1)).anyMatch(id -> holds(setting, id));
    }
}
