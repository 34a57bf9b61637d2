package dev.gatehouse.check.rules;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import dev.gatehouse.deployment.arm.PartialText;
import java.util.List;
import java.util.Optional;

/**
 * Whether each function app has Easy Auth at all.
 *
 * @param tagged looks at the apps that are restricted to the service tag of API Management, else at the others
 */
record EasyAuthPresent(boolean tagged) implements Rule.Inspection {

    @Override
    public void of(DeployedFile deployed, FindingCollector notes) {
        deployed.all(ResourceTypes.SITE)
                .filter(site -> isFunctionApp(site, deployed))
                .forEach(site -> {
                    List<AuthSettingsV2> locks = AuthSettingsV2.all(deployed)
                            .filter(lock -> isOf(lock, site, deployed))
                            .toList();
                    Optional<ResourceValue> tag = serviceTag(site);
                    Optional<ResourceValue> unnamed = unnamed(site, deployed);
                    if (locks.isEmpty() && unnamed.isPresent()) {
                        unnamed.filter(name -> !tagged).ifPresent(notes::undecided);
                    } else if (locks.isEmpty() && tag.isPresent() == tagged) {
                        missing(site, tag, deployed, notes);
                    }
                    if (!tagged) {
                        locks.forEach(lock -> HostingRules.onCondition(lock.settings(), notes));
                        locks.stream()
                                .map(lock -> lock.at("platform.configFilePath"))
                                .filter(path -> !path.isEmpty())
                                .forEach(path -> notes.undecided(
                                        path.place(), "a file in the app contains the settings instead"));
                    }
                });
    }

    private static void missing(
            DeployedResource site, Optional<ResourceValue> tag, DeployedFile deployed, FindingCollector notes) {
        HttpCalls calls = HttpCalls.of(site, deployed);
        if (calls == HttpCalls.EXPECTED) {
            notes.found(
                    tag.map(ResourceValue::place).orElse(site.place()), "no authsettingsV2 is deployed for the app");
        } else if (calls == HttpCalls.UNKNOWN) {
            notes.undecided(
                    site.place(),
                    "no authsettingsV2 is deployed, and whether functions are called over HTTP is unknown");
        }
    }

    /** The name of a configuration that may be any, of a loop for instance. */
    private static Optional<ResourceValue> unnamed(DeployedResource site, DeployedFile deployed) {
        return deployed.all(ResourceTypes.SITE_CONFIG)
                .filter(config -> config.isOfTypeBelow(site))
                .filter(config -> !new PartialText(config.ownName()).isKnown())
                .map(config -> new ResourceValue(config.place(), TextNode.valueOf(config.ownName())))
                .findFirst();
    }

    private static boolean isOf(AuthSettingsV2 lock, DeployedResource site, DeployedFile deployed) {
        boolean onlyOne = deployed.all(ResourceTypes.SITE).count() == 1;
        return lock.settings().isChildOf(site) || (onlyOne && lock.settings().isOfTypeBelow(site));
    }

    /** A slot may leave its kind out: it has the kind of its app. */
    static boolean isFunctionApp(DeployedResource site, DeployedFile deployed) {
        return isFunctionApp(site)
                || deployed.all(ResourceTypes.SITE).anyMatch(app -> site.isChildOf(app) && isFunctionApp(app));
    }

    private static boolean isFunctionApp(DeployedResource site) {
        String kind = site.at("kind").text().marked();
        return (kind.contains("functionapp") && !kind.contains("workflowapp"))
                || !site.at("properties.functionAppConfig").isAbsent();
    }

    private static Optional<ResourceValue> serviceTag(DeployedResource site) {
        return site.at("properties.siteConfig.ipSecurityRestrictions").elements().stream()
                .map(restriction -> restriction.at("ipAddress"))
                .filter(address -> address.text().marked().startsWith("ApiManagement"))
                .findFirst();
    }
}
