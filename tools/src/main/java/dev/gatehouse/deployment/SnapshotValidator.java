package dev.gatehouse.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.deployment.arm.PartialText;
import dev.gatehouse.redaction.Redaction;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Verifies that every resource of a snapshot has a supported type, is unique, and has its parent in the snapshot. */
record SnapshotValidator(Snapshot snapshot) {
    /** Every function app has it without deploying it. */
    private static final String HOST = "/host/default";

    /** A diagnostic has its target first, which may be empty, then its level. */
    private static final Pattern INFORMATION = Pattern.compile("^\\S* Info ");

    void check() {
        checkComplete();
        SnapshotCommand.missingName(snapshot).ifPresent(missing -> {
            throw new DeploymentFault(snapshot.name() + ": " + missing);
        });
        List<DeployedResource> resources = snapshot.resources();
        resources.forEach(this::checkForm);
        resources.forEach(SnapshotValidator::checkKnown);
        checkUnique(resources);
        checkParents(resources);
    }

    /** What Bicep warns of may be missing among the resources, such as all of a module that it could not expand. */
    private void checkComplete() {
        snapshot.content().path("diagnostics").forEach(diagnostic -> {
            if (!INFORMATION.matcher(diagnostic.asText()).find()) {
                throw new DeploymentFault(
                        snapshot.name() + ", diagnostics: Bicep could not predict everything: " + diagnostic);
            }
        });
    }

    private static void checkKnown(DeployedResource resource) {
        Optional<ResourceSupport> part = ResourceSupport.of(resource);
        if (part.filter(ResourceSupport.READ::equals).isPresent() && isNamedInAzure(resource)) {
            throw new DeploymentFault(
                    resource.place() + ", name: is only known in Azure: use a name that Bicep can evaluate");
        }
        if (part.isEmpty()) {
            throw new DeploymentFault(
                    resource.place() + ": resources of this type are not supported here, and may change"
                            + " how calls are answered: deploy a variant without it");
        }
    }

    private static void checkUnique(List<DeployedResource> resources) {
        Set<String> seen = new HashSet<>();
        resources.forEach(resource -> {
            if (!seen.add(deployedAs(resource))) {
                throw new DeploymentFault(resource.place() + ": is a duplicate: remove one of them");
            }
        });
    }

    private static void checkParents(List<DeployedResource> resources) {
        Set<String> ids = resources.stream().map(each -> lower(each.id())).collect(Collectors.toSet());
        resources.forEach(resource -> parent(resource).ifPresent(parent -> {
            if (!ids.contains(lower(parent)) && !ids.contains(lower(parent).replaceFirst(HOST + "$", ""))) {
                throw new DeploymentFault(resource.place() + ": its parent " + parent + " is not in the deployment");
            }
        }));
    }

    private void checkForm(DeployedResource resource) {
        if (resource.type().isEmpty()) {
            throw new DeploymentFault(
                    snapshot.name() + ", resource '" + resource.name() + "', type: is missing or not a text");
        }
        JsonNode properties = resource.body().path("properties");
        if (properties.isTextual()) {
            throw new DeploymentFault(resource.place() + ", properties: is the expression "
                    + Redaction.of(properties.asText())
                    + ", of which this machine cannot know the names: write an object, or union() of objects");
        }
        if (!properties.isMissingNode() && !properties.isObject()) {
            throw new DeploymentFault(resource.place() + ", properties: is not an object");
        }
    }

    private static boolean isNamedInAzure(DeployedResource resource) {
        return !new PartialText(resource.id()).isKnown() || !new PartialText(resource.name()).isKnown();
    }

    /** The same for two that would be deployed to one place. */
    private static String deployedAs(DeployedResource resource) {
        JsonNode properties = resource.body().path("properties");
        String unique =
                resource.name().isEmpty() ? properties.path("appId").asText(properties.toString()) : resource.name();
        return lower(resource.id().isEmpty() ? resource.type() + " " + unique : resource.id());
    }

    /** The id of the resource that it lies below, as its type has it; empty for one below none. */
    private static Optional<String> parent(DeployedResource resource) {
        String type = resource.type();
        boolean isBelow =
                type.indexOf('/') != type.lastIndexOf('/') && resource.id().startsWith("/");
        return isBelow ? Optional.of(resource.id().replaceFirst("/[^/]+/[^/]+$", "")) : Optional.empty();
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
