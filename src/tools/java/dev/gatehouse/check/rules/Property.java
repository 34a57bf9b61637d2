package dev.gatehouse.check.rules;

import dev.gatehouse.check.Notes;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.Deployed;
import dev.gatehouse.check.deployed.Resource;
import dev.gatehouse.check.deployed.Value;

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
        deployed.all(type).forEach(resource -> check(value(deployed, resource), notes));
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
    private Value value(Deployed deployed, Resource resource) {
        if (!path.startsWith(SITE_CONFIG)) {
            return resource.at(path);
        }
        return deployed.all("Microsoft.Web/sites/config")
                .filter(config -> config.isBelow(resource) && config.ownName().equalsIgnoreCase("web"))
                .map(config -> config.at("properties." + path.substring(SITE_CONFIG.length())))
                .filter(value -> !value.isAbsent())
                .findFirst()
                .orElseGet(() -> resource.at(path));
    }
}
