package dev.gatehouse.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.deployment.arm.Evaluation;
import dev.gatehouse.deployment.arm.PartialText;
import java.util.Locale;
import java.util.Optional;

/**
 * A resource of a snapshot, its values not evaluated yet.
 *
 * @param snapshot what messages call the snapshot
 * @param type without the version that Microsoft Graph's types carry
 * @param id the resource id, of which parts may be known in Azure only, as in {@link PartialText}; empty for Microsoft Graph's
 */
public record SnapshotResource(String snapshot, String type, String id, JsonNode body) {

    static SnapshotResource of(String snapshot, JsonNode body) {
        String type = body.path("type").asText("").replaceFirst("@.*", "");
        return new SnapshotResource(snapshot, type, predicted(body.path("id")), body);
    }

    /** Names may be expressions, and ids with them. */
    private static String predicted(JsonNode text) {
        return Evaluation.beforeDeployment().of(text).asText("");
    }

    /** Whether its name or its id is known in Azure only. */
    boolean isNamedInAzure() {
        return !new PartialText(id).isKnown() || !new PartialText(called()).isKnown();
    }

    boolean isMalformed() {
        return type.isEmpty()
                || body.has("properties") && !body.path("properties").isObject();
    }

    boolean is(String other) {
        return type.equalsIgnoreCase(other);
    }

    /** Its name below its parents, such as {@code listAccounts}. */
    String ownName() {
        return fullName().substring(fullName().lastIndexOf('/') + 1);
    }

    /** Whether it lies directly below a resource. */
    boolean isBelow(SnapshotResource parent) {
        String prefix = parent.id() + "/";
        return id.regionMatches(true, 0, prefix, 0, prefix.length()) // Azure's ids have no case
                && id.substring(prefix.length())
                                .chars()
                                .filter(each -> each == '/')
                                .count()
                        == 1;
    }

    /** The id of the resource that it lies below, as its type has it; empty for one below none. */
    Optional<String> parent() {
        boolean isBelow = type.indexOf('/') != type.lastIndexOf('/') && id.startsWith("/");
        return isBelow ? Optional.of(id.replaceFirst("/[^/]+/[^/]+$", "")) : Optional.empty();
    }

    /** The same for two that would be deployed to one place. */
    String deployedAs() {
        JsonNode properties = body.path("properties");
        String unique = called().isEmpty() ? properties.path("appId").asText(properties.toString()) : called();
        return (id.isEmpty() ? type + " " + unique : id).toLowerCase(Locale.ROOT);
    }

    /** As messages name it. */
    String shown() {
        return snapshot + ": " + type + (called().isEmpty() ? "" : " '" + new PartialText(called()).shown() + "'");
    }

    /** Its name; Microsoft Graph's resources have a unique one among their properties. */
    public String called() {
        return fullName().isEmpty() ? body.path("properties").path("uniqueName").asText("") : fullName();
    }

    /** Of several resources, their parents' names before their own, between slashes. */
    private String fullName() {
        return predicted(body.path("name"));
    }
}
