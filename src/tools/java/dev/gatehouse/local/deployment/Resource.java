package dev.gatehouse.local.deployment;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A resource of a snapshot, its values not evaluated yet.
 *
 * @param snapshot what messages call the snapshot
 * @param type without the version that Microsoft Graph's types carry
 * @param id the resource id; empty for Microsoft Graph's
 */
record Resource(String snapshot, String type, String id, JsonNode body) {

    static Resource of(String snapshot, JsonNode body) {
        String type = body.path("type").asText("");
        if (type.isEmpty() || !body.path("properties").isObject() && body.has("properties")) {
            throw new DeploymentFault(snapshot + ": has a resource without a type or with malformed properties");
        }
        return new Resource(
                snapshot, type.replaceFirst("@.*", ""), body.path("id").asText(""), body);
    }

    boolean is(String other) {
        return type.equalsIgnoreCase(other);
    }

    /** Its name below its parents, such as {@code listAccounts}. */
    String ownName() {
        return fullName().substring(fullName().lastIndexOf('/') + 1);
    }

    /** Whether it lies directly below a resource. */
    boolean isBelow(Resource parent) {
        String prefix = parent.id() + "/";
        return id.startsWith(prefix)
                && id.substring(prefix.length())
                                .chars()
                                .filter(each -> each == '/')
                                .count()
                        == 1;
    }

    /** As messages name it. */
    String shown() {
        JsonNode properties = body.path("properties");
        String called = fullName().isEmpty() ? properties.path("uniqueName").asText("") : fullName();
        return snapshot + ": " + type + (called.isEmpty() ? "" : " '" + called + "'");
    }

    /** Of several resources, their parents' names before their own, between slashes. */
    private String fullName() {
        return body.path("name").asText("");
    }
}
