package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.xml.XmlElement;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Any origin: at the function app, or at the gateway together with credentials. */
final class CorsRule {
    private static final String ANY = "*";
    private static final Pattern ORIGIN = Pattern.compile(
            "@\\([\\s(]*(string\\)[\\s(]*)?context\\s*\\.\\s*Request\\s*\\.\\s*Headers[^?:&|=]*\"Origin\"[^?:&|=]*\\)");

    private CorsRule() {}

    static void of(DeployedFile deployed, FindingCollector notes) {
        deployed.all(ResourceTypes.SITE)
                .flatMap(site -> site.at("properties.siteConfig.cors.allowedOrigins").elements().stream())
                .filter(origin -> !notes.undecided(origin))
                .filter(origin -> origin.text().marked().equals(ANY))
                .forEach(origin -> notes.found(origin.place(), "the function app allows any origin"));
        EachPolicy.element("cors", CorsRule::policy).of(deployed, notes);
        new EachPolicy(CorsRule::byHand).of(deployed, notes);
    }

    /** The caller's origin as the answer, whatever it is, together with credentials. */
    private static void byHand(PolicyDocument written, FindingCollector notes) {
        PolicyDocument policy = VariableTrace.in(written);
        boolean credentials = header(policy, "Access-Control-Allow-Credentials")
                .anyMatch(value -> value.text().equalsIgnoreCase("true"));
        header(policy, "Access-Control-Allow-Origin")
                .filter(value -> credentials && ORIGIN.matcher(value.text()).matches())
                .forEach(value -> notes.found(policy.at(value), "any origin is allowed, with credentials"));
    }

    private static Stream<XmlElement> header(PolicyDocument policy, String name) {
        return policy.xml().all("set-header").stream()
                .filter(each ->
                        each.attribute("name").filter(name::equalsIgnoreCase).isPresent())
                .flatMap(each -> each.children("value").stream());
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
