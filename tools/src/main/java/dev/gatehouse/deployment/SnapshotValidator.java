package dev.gatehouse.deployment;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds that every resource of a snapshot is known here, is there once, and lies below one that is deployed too. */
record SnapshotValidator(Snapshot snapshot) {
    /** Every function app has it; nobody deploys it. */
    private static final String HOST = "/host/default";

    /** A diagnostic has its target first, which may be empty, then its level. */
    private static final Pattern INFORMATION = Pattern.compile("^\\S* Info ");

    void check() {
        checkComplete();
        SnapshotCommand.missingName(snapshot).ifPresent(missing -> {
            throw new DeploymentFault(snapshot.name() + ": " + missing);
        });
        List<SnapshotResource> resources = snapshot.resources();
        if (resources.stream().anyMatch(SnapshotResource::isMalformed)) {
            throw new DeploymentFault(snapshot.name() + ": has a resource without a type or with malformed properties");
        }
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

    private static void checkKnown(SnapshotResource resource) {
        Optional<ResourceSupport> part = ResourceSupport.of(resource);
        if (part.filter(ResourceSupport.READ::equals).isPresent() && resource.isNamedInAzure()) {
            throw new DeploymentFault(
                    resource.shown() + ", name: is only known in Azure: take a name that Bicep knows");
        }
        if (part.isEmpty()) {
            throw new DeploymentFault(
                    resource.shown() + ": resources of this type are not deployed here, and may change"
                            + " how calls are answered: deploy a variant without it");
        }
    }

    private static void checkUnique(List<SnapshotResource> resources) {
        Set<String> seen = new HashSet<>();
        resources.forEach(resource -> {
            if (!seen.add(resource.deployedAs())) {
                throw new DeploymentFault(resource.shown() + ": is there twice: take one of them out");
            }
        });
    }

    private static void checkParents(List<SnapshotResource> resources) {
        Set<String> ids = resources.stream().map(each -> lower(each.id())).collect(Collectors.toSet());
        resources.forEach(resource -> resource.parent().ifPresent(parent -> {
            if (!ids.contains(lower(parent)) && !ids.contains(lower(parent).replaceFirst(HOST + "$", ""))) {
                throw new DeploymentFault(resource.shown() + ": lies below " + parent + ", which is not deployed");
            }
        }));
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
