package dev.gatehouse.check.rules;

import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import java.util.function.Function;
import java.util.stream.Stream;

/** The settings and connection strings of function apps and their slots, wherever they are deployed. */
final class AppSettings {
    private AppSettings() {}

    /** @param name empty where the whole list is not known */
    record Setting(String name, ResourceValue value) {}

    static Stream<Setting> of(DeployedFile deployed) {
        return settings(deployed, "appSettings", "value", Function.identity());
    }

    static Stream<Setting> connectionStrings(DeployedFile deployed) {
        return settings(deployed, "connectionStrings", "connectionString", entry -> entry.at("value"));
    }

    /**
     * The settings of the site itself, those of its configuration, and those in a separate resource.
     *
     * @param list the property that has them in the first two, and the name of the third
     * @param text the property of a list entry that has its text
     * @param own the text of an entry of that resource
     */
    private static Stream<Setting> settings(
            DeployedFile deployed, String list, String text, Function<ResourceValue, ResourceValue> own) {
        Stream<Setting> inSite = deployed.all(ResourceTypes.SITE)
                .flatMap(site -> site.at("properties.siteConfig." + list).elements().stream())
                .map(entry -> listed(entry, text));
        Stream<Setting> inWeb = configs(deployed, "web")
                .flatMap(web -> web.at("properties." + list).elements().stream())
                .map(entry -> listed(entry, text));
        Stream<Setting> apart = configs(deployed, list).flatMap(config -> apart(config.at("properties"), own));
        return Stream.of(inSite, inWeb, apart).flatMap(each -> each);
    }

    private static Setting listed(ResourceValue entry, String text) {
        return new Setting(
                entry.at("name").unknown().isPresent()
                        ? ""
                        : entry.at("name").text().marked(),
                entry.at(text));
    }

    private static Stream<Setting> apart(ResourceValue properties, Function<ResourceValue, ResourceValue> own) {
        if (properties.unknown().isPresent()) {
            return Stream.of(new Setting("", properties));
        }
        return properties.node().properties().stream()
                .map(entry -> new Setting(entry.getKey(), own.apply(properties.named(entry.getKey()))));
    }

    private static Stream<DeployedResource> configs(DeployedFile deployed, String name) {
        return deployed.all(ResourceTypes.SITE_CONFIG)
                .filter(config -> config.ownName().equalsIgnoreCase(name));
    }
}
