package dev.gatehouse.check.rules;

import dev.gatehouse.check.Notes;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.Deployed;
import dev.gatehouse.check.deployed.Resource;
import dev.gatehouse.check.deployed.Value;
import java.util.Optional;

/** One property of every resource of a type, and what it has to be. */
record Property(String type, String path, Expected expected) implements Rule.Check {
    private static final String SITE_CONFIG = "properties.siteConfig.";

    /** Several of them under one rule. */
    static Rule.Check all(Property... properties) {
        return (deployed, notes) -> {
            for (Property property : properties) {
                property.of(deployed, notes);
            }
        };
    }

    @Override
    public void of(Deployed deployed, Notes notes) {
        deployed.all(type).forEach(resource -> {
            Optional<Resource> web = web(deployed, resource);
            web.flatMap(Resource::condition)
                    .ifPresentOrElse(
                            condition -> notes.undecided(resource.at(path).place(), Notes.atRunTime(condition)),
                            () -> check(value(web, resource), notes));
        });
    }

    private void check(Value value, Notes notes) {
        if (!notes.undecided(value) && !expected.holds(value)) {
            String name = path.replaceFirst("^properties\\.", "");
            String found = value.isAbsent()
                    ? " is not set"
                    : " is " + Notes.shown(value.node().asText());
            notes.found(value.place(), name + found);
        }
    }

    /** A site's configuration may also stand in a resource of its own, which then holds. */
    private Optional<Resource> web(Deployed deployed, Resource resource) {
        return deployed.all("Microsoft.Web/sites/config")
                .filter(config -> path.startsWith(SITE_CONFIG) && !inWeb(config).isAbsent())
                .filter(config -> config.isChildOf(resource) && config.ownName().equalsIgnoreCase("web"))
                .findFirst();
    }

    private Value value(Optional<Resource> web, Resource resource) {
        return web.map(this::inWeb).orElseGet(() -> resource.at(path));
    }

    private Value inWeb(Resource config) {
        return config.at("properties." + path.substring(SITE_CONFIG.length()));
    }
}
