package dev.gatehouse.doctor.settings;

import dev.gatehouse.Settings;
import java.util.Map;
import java.util.Optional;

/**
 * Well-formed ids in the wrong setting.
 *
 * @param deployed the deployment's settings
 */
record SwappedIds(Map<String, String> deployed) {

    /** Says what the id is instead and how to fix it; empty when no swap is recognised. */
    Optional<String> in(String name, String value) {
        String id = value.toLowerCase(java.util.Locale.ROOT);
        if (name.equals(Settings.API_CLIENT_ID)) {
            return holds(Settings.TENANT_IDS, id)
                    ? Optional.of("This is the tenant id: use the client id of the API's registration.")
                    : holds(Settings.ALLOWED_CLIENTS, id)
                            ? Optional.of(
                                    "This is the client id of a client: use the client id of the API's registration.")
                            : Optional.empty();
        }
        return name.equals(Settings.ALLOWED_PRINCIPALS) && anyOf(Settings.ALLOWED_CLIENTS, id)
                ? Optional.of("This is a client id: use object ids (oid) of service principals or users.")
                : Optional.empty();
    }

    private boolean holds(String setting, String id) {
        return ("," + deployed.getOrDefault(setting, "") + ",").contains("," + id + ",");
    }

    private boolean anyOf(String setting, String ids) {
        return java.util.Arrays.stream(ids.split(",", -1)).anyMatch(id -> holds(setting, id));
    }
}
