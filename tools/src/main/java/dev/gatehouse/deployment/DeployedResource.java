package dev.gatehouse.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.deployment.arm.Choices;
import dev.gatehouse.deployment.arm.Evaluation;
import dev.gatehouse.deployment.arm.PartialText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A resource of a deployment.
 *
 * @param file and where it has the resource
 * @param type without the version that Microsoft Graph's types carry
 * @param id the resource id, of which parts may be known in Azure only, as in {@link PartialText}; empty for Microsoft
 *     Graph's, and in templates
 * @param name with its parents', such as {@code gateway/accounts/policy}; Microsoft Graph's have a unique one
 * @param symbol its name within the template; empty where the file has none
 * @param body with {@code properties} and all else
 */
public record DeployedResource(Location file, String type, String id, String name, String symbol, JsonNode body) {
    private static final Pattern INNER = Pattern.compile(
            "^(Microsoft\\.Web/sites)/slots(?![^/])|^(?<gateway>Microsoft\\.ApiManagement/service)/workspaces(?=/)",
            Pattern.CASE_INSENSITIVE);

    /** Lengths of what the pattern takes away: nothing, /slots, /workspaces. Others need not be compared, and checks compare very many. */
    private static final Set<Integer> TAKEN_AWAY = Set.of(0, "/slots".length(), "/workspaces".length());

    /** A resource of a snapshot, as written there; its name and its id may be expressions. */
    static DeployedResource of(Location file, JsonNode body) {
        String type = body.path("type").asText("").replaceFirst("@.*", "");
        String name = predicted(body.path("name"));
        String unique = body.path("properties").path("uniqueName").asText("");
        return new DeployedResource(file, type, predicted(body.path("id")), name.isEmpty() ? unique : name, "", body);
    }

    private static String predicted(JsonNode text) {
        return Evaluation.beforeDeployment().of(text).asText("");
    }

    /** The same with the values of its expressions, as far as they have any. */
    DeployedResource evaluated(Evaluation evaluation) {
        return with(evaluation.of(body));
    }

    /** A deployment slot counts as a site, and what is in a workspace of a gateway counts as in the gateway. */
    public boolean is(String otherType) {
        return TAKEN_AWAY.contains(type.length() - otherType.length())
                && INNER.matcher(type).replaceFirst("$1${gateway}").equalsIgnoreCase(otherType);
    }

    /** The value at a path such as {@code properties.httpsOnly}. */
    public ResourceValue at(String path) {
        return all().at(path);
    }

    public ResourceValue all() {
        return new ResourceValue(place(), body);
    }

    /** The resource itself. */
    public Location place() {
        return file.subject(shown());
    }

    /** Its name's parts. */
    public List<String> names() {
        return Arrays.asList(name.split("/", -1));
    }

    /** The last part of its name. */
    public String ownName() {
        List<String> names = names();
        return names.get(names.size() - 1);
    }

    /** Whether it belongs to a resource itself, not to what is below that: by their ids, which have no case, else by name. */
    public boolean isChildOf(DeployedResource parent) {
        if (id.isEmpty() || parent.id.isEmpty()) {
            return isOfTypeBelow(parent)
                    && isBelow(parent)
                    && names().size() == parent.names().size() + 1;
        }
        String prefix = parent.id + "/";
        return id.regionMatches(true, 0, prefix, 0, prefix.length())
                && id.substring(prefix.length()).matches("[^/]*/[^/]*");
    }

    /** Whether its type is that of a child of another resource's, whatever their names are. */
    public boolean isOfTypeBelow(DeployedResource parent) {
        String start = parent.type() + "/";
        return type.regionMatches(true, 0, start, 0, start.length()) && type.indexOf('/', start.length()) < 0;
    }

    public boolean isBelow(DeployedResource parent) {
        List<String> names = names();
        List<String> parents = parent.names();
        return names.size() > parents.size() && names.subList(0, parents.size()).equals(parents);
    }

    /** The expression that decides whether it is deployed at all: its condition, or how often it is. */
    public Optional<String> condition() {
        return at("condition").unknown().or(() -> at("copy.count").unknown());
    }

    /** The same where a condition is true, or false; empty where it is not deployed then. */
    public Optional<DeployedResource> assuming(String expression, boolean isTrue) {
        Optional<Boolean> is = condition().flatMap(own -> Choices.implied(own, expression, isTrue));
        if (is.isEmpty()) {
            return Optional.of(this);
        }
        ObjectNode certain = body.deepCopy();
        certain.remove("condition");
        return is.get() ? Optional.of(with(certain)) : Optional.empty();
    }

    public DeployedResource with(JsonNode otherBody) {
        return new DeployedResource(file, type, id, name, symbol, otherBody);
    }

    private String shown() {
        String shownName = new PartialText(name.isEmpty() ? symbol : name).shown();
        return shownName.isEmpty() ? type : type + " '" + shownName + "'";
    }
}
