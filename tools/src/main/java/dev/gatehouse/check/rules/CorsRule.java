package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.xml.XmlElement;

/** Any origin: at the function app, or at the gateway together with credentials. */
final class CorsRule {
    private static final String ANY = "*";

    private CorsRule() {}

    static void of(DeployedFile deployed, FindingCollector notes) {
        deployed.all(ResourceTypes.SITE)
                .flatMap(site -> site.at("properties.siteConfig.cors.allowedOrigins").elements().stream())
                .filter(origin -> !notes.undecided(origin))
                .filter(origin -> origin.text().marked().equals(ANY))
                .forEach(origin -> notes.found(origin.place(), "the function app allows any origin"));
        EachPolicy.element("cors", CorsRule::policy).of(deployed, notes);
    }

    private static void policy(PolicyDocument policy, XmlElement cors, FindingCollector notes) {
        boolean credentials = cors.attribute("allow-credentials")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
        cors.below("allowed-origins", "origin").stream()
                .filter(origin -> credentials && origin.text().equals(ANY))
                .forEach(origin -> notes.found(policy.at(origin), "any origin is allowed, with credentials"));
    }
}
