package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One property of every resource of a type, and the values that it may have.
 *
 * @param where the resources that it matters for
 */
record Property(String type, String path, ExpectedValue expected, Predicate<DeployedResource> where)
        implements Rule.Inspection {
    private static final String SITE_CONFIG = "properties.siteConfig.";

    Property(String type, String path, ExpectedValue expected) {
        this(type, path, expected, resource -> true);
    }

    Property where(Predicate<DeployedResource> condition) {
        return new Property(type, path, expected, condition);
    }

    /** Several of them under one rule. */
    static Rule.Inspection all(Property... properties) {
        return (deployed, notes) -> {
            for (Property property : properties) {
                property.of(deployed, notes);
            }
        };
    }

    @Override
    public void of(DeployedFile deployed, FindingCollector notes) {
        deployed.all(type).filter(where).forEach(resource -> {
            Optional<DeployedResource> web = web(deployed, resource);
            web.flatMap(DeployedResource::condition)
                    .ifPresentOrElse(
                            condition -> notes.open(resource.at(path).place(), condition),
                            () -> check(value(web, resource), notes));
        });
    }

    private void check(ResourceValue value, FindingCollector notes) {
        if (!notes.undecided(value) && !expected.holds(value)) {
            String name = path.replaceFirst("^properties\\.", "");
            String found = value.isAbsent()
                    ? " is not set"
                    : " is " + FindingCollector.shown(value.node().asText());
            notes.found(value.place(), name + found);
        }
    }

    /** A site's configuration may also be in a separate resource, which then applies. */
    private Optional<DeployedResource> web(DeployedFile deployed, DeployedResource resource) {
        return deployed.all(ResourceTypes.SITE_CONFIG)
                .filter(config -> path.startsWith(SITE_CONFIG) && !inWeb(config).isAbsent())
                .filter(config -> config.isChildOf(resource) && config.ownName().equalsIgnoreCase("web"))
                .findFirst();
    }

    private ResourceValue value(Optional<DeployedResource> web, DeployedResource resource) {
        return web.map(this::inWeb).orElseGet(() -> resource.at(path));
    }

    private ResourceValue inWeb(DeployedResource config) {
        return config.at("properties." + path.substring(SITE_CONFIG.length()));
    }
}
