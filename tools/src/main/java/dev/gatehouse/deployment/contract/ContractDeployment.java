package dev.gatehouse.deployment.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.deployment.DeploymentFault;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A snapshot with everything that the contract decides written anew, as {@code infra/} would deploy it from this contract:
 * the API's name, its operations and their requirements, the registrations' roles, scopes and token version, the paths that Easy
 * Auth leaves open. The rest is the snapshot's.
 *
 * @param routePrefix of the app's host.json
 * @param policies the texts of the gateway's policies
 */
public record ContractDeployment(Contract contract, String routePrefix, PolicyTexts policies) {

    /**
     * @param base of {@code infra/main.bicep}, or of a variant with the same registrations
     * @throws DeploymentFault where the snapshot has no place for something that the contract decides
     */
    public Snapshot of(Snapshot base) {
        base.validate();
        ObjectNode content = base.content().deepCopy();
        Resources resources = new Resources(base.name(), content);
        ObjectNode api = resources.api(contract.api());
        String oldName = api.at("/properties/path").asText();
        if (!oldName.equals(contract.api())) {
            rename(resources, oldName);
        }
        new DerivedRegistrations(contract, resources).write();
        new DerivedSettings(contract, routePrefix, resources).write();
        new DerivedOperations(contract, policies, resources).write(resources.api(contract.api()));
        policies.write(resources);
        return new Snapshot(base.name(), content);
    }

    /** What is not the same in both: the names of resources, and of the files that hold policies. */
    public static List<String> differences(Snapshot committed, Snapshot derived) {
        Map<String, JsonNode> before = byPlace(committed);
        Map<String, JsonNode> now = byPlace(derived);
        Set<String> places = new TreeSet<>(before.keySet());
        places.addAll(now.keySet());
        return places.stream()
                .filter(place -> !Objects.equals(before.get(place), now.get(place)))
                .map(place -> place
                        + (!before.containsKey(place)
                                ? " is missing"
                                : now.containsKey(place) ? " differs" : " is not in the contract"))
                .toList();
    }

    private static Map<String, JsonNode> byPlace(Snapshot snapshot) {
        Map<String, JsonNode> resources = new TreeMap<>();
        snapshot.content().path("predictedResources").forEach(each -> {
            String type = each.path("type").asText().replaceFirst("@.*", "");
            String name =
                    each.path("name").asText(each.at("/properties/uniqueName").asText());
            String place = type.substring(type.indexOf('/') + 1) + " " + name.substring(name.indexOf('/') + 1);
            resources.put(name.isEmpty() ? place + each : place, each);
        });
        return resources;
    }

    /** In the gateway the API's name is a segment of ids; the registrations' names begin with it. */
    private void rename(Resources resources, String oldName) {
        NewName segment = NewName.ofSegment(oldName, contract.api());
        resources.all().forEach(resource -> {
            if (Resources.isOf(resource, ResourceTypes.API)
                    || Resources.isBelow(resource, ResourceTypes.API)
                    || Resources.isOf(resource, ResourceTypes.PRODUCT)
                    || Resources.isBelow(resource, ResourceTypes.PRODUCT)
                    || Resources.isOf(resource, ResourceTypes.SUBSCRIPTION)) {
                segment.in(resource);
            }
        });
        segment.in(resources.outputs());
        List<String> registrations = resources.all().stream()
                .filter(each -> Resources.isOf(each, ResourceTypes.APPLICATION))
                .map(each -> each.at("/properties/uniqueName").asText())
                .filter(each -> each.startsWith(oldName + "-"))
                .toList();
        registrations.forEach(name -> NewName.ofAll(name, contract.api() + name.substring(oldName.length()))
                .in(resources.content()));
    }

    /** The resources of a snapshot's JSON, which they change in place. */
    record Resources(String snapshot, ObjectNode content) {

        List<ObjectNode> all() {
            List<ObjectNode> all = new ArrayList<>();
            list().forEach(each -> {
                if (each instanceof ObjectNode resource) {
                    all.add(resource);
                }
            });
            return all;
        }

        ArrayNode list() {
            return content.withArray("predictedResources");
        }

        ObjectNode outputs() {
            return content.withObject("/outputs");
        }

        List<ObjectNode> of(String type) {
            return all().stream().filter(each -> isOf(each, type)).toList();
        }

        /** The first whose name ends with this segment. */
        void change(String type, String ownName, Consumer<ObjectNode> change) {
            of(type).stream()
                    .filter(each -> each.path("name").asText().endsWith("/" + ownName))
                    .findFirst()
                    .ifPresent(each -> change.accept(each.withObject("/properties")));
        }

        /** The API of this name, or the only one. */
        ObjectNode api(String name) {
            List<ObjectNode> apis = of(ResourceTypes.API);
            return apis.stream()
                    .filter(each -> each.path("name").asText().endsWith("/" + name))
                    .findFirst()
                    .or(() -> apis.size() == 1 ? apis.stream().findFirst() : Optional.empty())
                    .orElseThrow(() -> new DeploymentFault(snapshot + ": has " + apis.size() + " resources "
                            + ResourceTypes.API + ", none of which is named " + name
                            + " as the contract's API is; rename one, or the contract's api"));
        }

        /** Whether the gateway calls with its own identity, and so has a registration. */
        boolean isOfGatewayIdentity() {
            return of(ResourceTypes.APPLICATION).stream()
                    .anyMatch(each -> each.at("/properties/tags").toString().contains("\"gatehouse-gateway\""));
        }

        static boolean isOf(JsonNode resource, String type) {
            return resource.path("type").asText().replaceFirst("@.*", "").equalsIgnoreCase(type);
        }

        static boolean isBelow(JsonNode resource, String type) {
            return resource.path("type").asText().regionMatches(true, 0, type + "/", 0, type.length() + 1);
        }
    }
}
