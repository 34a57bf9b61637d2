package dev.gatehouse.check.rules;

import static dev.gatehouse.check.rules.ExpectedValue.stated;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.arm.PartialText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Publishing by password and FTP. */
final class PublishingRules {
    private static final String FTPS_STATE = "properties.siteConfig.ftpsState";
    private static final String PUBLISHING = ResourceTypes.SITE + "/basicPublishingCredentialsPolicies";

    static final List<Rule> ALL = List.of(
            new Rule(
                    "ftp-allowed",
                    "Anyone with the publishing password can replace the app without a review." + DocLinks.FUNCTIONS,
                    "Set ftpsState to Disabled.",
                    PublishingRules::ftp),
            new Rule(
                    "basic-publishing-allowed",
                    "Anyone with a password, which no sign-in policy protects, can replace the app."
                            + DocLinks.FUNCTIONS,
                    "Deploy basicPublishingCredentialsPolicies 'ftp' and 'scm' with allow: false.",
                    PublishingRules::publishing));

    private PublishingRules() {}

    /** Not set, it is closed where publishing by FTP is switched off, and on Flex Consumption, which has none. */
    private static void ftp(DeployedFile deployed, FindingCollector notes) {
        List<DeployedResource> closed = deployed.all(PUBLISHING)
                .filter(policy -> policy.ownName().equals("ftp"))
                .filter(policy -> policy.condition().isEmpty())
                .filter(policy -> stated("false").holds(policy.at("properties.allow")))
                .toList();
        new Property(ResourceTypes.SITE, FTPS_STATE, stated("Disabled"))
                .where(site -> !site.at(FTPS_STATE).isAbsent()
                        || (closed.stream().noneMatch(policy -> policy.isChildOf(site))
                                && site.at("properties.functionAppConfig").isAbsent()))
                .of(deployed, notes);
    }

    /** Flex Consumption has no such passwords; elsewhere they are on unless switched off. */
    private static void publishing(DeployedFile deployed, FindingCollector notes) {
        new Property(PUBLISHING, "properties.allow", stated("false")).of(deployed, notes);
        deployed.all(ResourceTypes.SITE)
                .filter(site -> site.at("properties.functionAppConfig").isAbsent())
                .forEach(site -> publishing(
                        site,
                        deployed.all(PUBLISHING)
                                .filter(policy -> policy.isOfTypeBelow(site))
                                .toList(),
                        notes));
    }

    private static void publishing(DeployedResource site, List<DeployedResource> policies, FindingCollector notes) {
        List<DeployedResource> own =
                policies.stream().filter(policy -> policy.isChildOf(site)).toList();
        own.forEach(policy -> HostingRules.onCondition(policy, notes));
        List<String> open = Stream.of("ftp", "scm")
                .filter(kind ->
                        own.stream().noneMatch(policy -> policy.ownName().equals(kind)))
                .toList();
        Optional<String> unnamed = policies.stream()
                .flatMap(policy -> new PartialText(policy.ownName()).unknown().stream())
                .findFirst();
        if (!open.isEmpty() && unnamed.isPresent()) {
            notes.open(site.place(), unnamed.get());
        } else if (!open.isEmpty()) {
            notes.found(site.place(), "basic publishing by " + String.join(" and ", open) + " is not switched off");
        }
    }
}
