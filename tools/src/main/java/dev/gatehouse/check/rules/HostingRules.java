package dev.gatehouse.check.rules;

import static dev.gatehouse.check.rules.ExpectedValue.orLeftOut;
import static dev.gatehouse.check.rules.ExpectedValue.stated;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.ResourceTypes;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the function app is hosted. */
final class HostingRules {

    private static final String CONFIG = "properties.siteConfig.";
    private static final Pattern OLD_JAVA = Pattern.compile("java\\|(7|8|11)\\b.*|(1\\.)?[78](\\..*)?|11(\\..*)?");

    static final List<Rule> ALL = List.of(
            new Rule(
                    "https-not-enforced",
                    "Tokens and keys can be sent unencrypted." + DocLinks.FUNCTIONS,
                    "Set httpsOnly to true, and do not set httpSettings.requireHttps to false.",
                    Property.all(
                            new Property(ResourceTypes.SITE, "properties.httpsOnly", stated("true")),
                            new Property(
                                    ResourceTypes.SITE_CONFIG,
                                    "properties.httpSettings.requireHttps",
                                    orLeftOut("true")))),
            new Rule(
                    "old-tls",
                    "TLS versions before 1.2 are insecure." + DocLinks.FUNCTIONS,
                    "Set minTlsVersion and scmMinTlsVersion to 1.2 or 1.3, a storage account's minimumTlsVersion to TLS1_2.",
                    (deployed, notes) -> {
                        Property.all(
                                        new Property(
                                                ResourceTypes.SITE, CONFIG + "minTlsVersion", orLeftOut("1.2", "1.3")),
                                        new Property(
                                                ResourceTypes.SITE,
                                                CONFIG + "scmMinTlsVersion",
                                                orLeftOut("1.2", "1.3")),
                                        new Property(
                                                ResourceTypes.STORAGE,
                                                "properties.minimumTlsVersion",
                                                orLeftOut("TLS1_2", "TLS1_3")))
                                .of(deployed, notes);
                        deployed.all(ResourceTypes.GATEWAY).forEach(gateway -> gatewayTls(gateway, notes));
                    }),
            new Rule(
                    "remote-debugging",
                    "A debugger sees every token, and can change what the app does." + DocLinks.FUNCTIONS,
                    "Remove remoteDebuggingEnabled, or set it to false.",
                    new Property(ResourceTypes.SITE, CONFIG + "remoteDebuggingEnabled", orLeftOut("false"))),
            new Rule(
                    "cors-any-origin",
                    "Pages of any origin may call the API from a visitor's browser." + DocLinks.CORS,
                    "List the origins that need it; a bearer-only API needs none.",
                    CorsRule::of),
            new Rule(
                    "http2-off",
                    "Without HTTP/2 the app misses later improvements of the front end." + DocLinks.FUNCTIONS,
                    "Set http20Enabled to true.",
                    new Property(ResourceTypes.SITE, CONFIG + "http20Enabled", stated("true"))),
            new Rule(
                    "java-outdated",
                    "Java versions before 17 no longer receive security fixes on Azure, or will soon stop receiving them."
                            + DocLinks.FLEX,
                    "Set the runtime to Java 17, 21 or 25.",
                    HostingRules::java),
            new Rule(
                    "identity-missing",
                    "Without a managed identity the app needs keys for every service that it calls."
                            + DocLinks.FUNCTIONS,
                    "Give the app a user-assigned or system-assigned identity.",
                    (deployed, notes) -> new Property(
                                    ResourceTypes.SITE,
                                    "identity.type",
                                    new ExpectedValue(List.of("None"), false, false))
                            .where(site -> EasyAuthPresent.isFunctionApp(site, deployed))
                            .of(deployed, notes)));

    private HostingRules() {}

    /** Reports a resource on a condition as undecided: it protects only where it is deployed. */
    static void onCondition(DeployedResource resource, FindingCollector notes) {
        resource.condition().ifPresent(condition -> notes.open(resource.place(), condition));
    }

    private static void gatewayTls(DeployedResource gateway, FindingCollector notes) {
        gateway.at("properties.customProperties").node().properties().stream()
                .filter(setting -> setting.getKey().matches(".*\\.(Tls10|Tls11|Ssl30)")
                        && setting.getValue().asText().equalsIgnoreCase("true"))
                .forEach(setting -> notes.found(gateway.place(), setting.getKey() + " is on"));
    }

    private static void java(DeployedFile deployed, FindingCollector notes) {
        deployed.all(ResourceTypes.SITE)
                .flatMap(site -> List.of(
                                site.at("properties.functionAppConfig.runtime.version"),
                                site.at(CONFIG + "linuxFxVersion"),
                                site.at(CONFIG + "javaVersion"))
                        .stream()
                        .filter(version -> !version.isEmpty())
                        .filter(version -> !version.place().within().endsWith("runtime.version")
                                || site.at("properties.functionAppConfig.runtime.name")
                                        .text()
                                        .marked()
                                        .equals("java")))
                .filter(version -> !notes.undecided(version))
                .filter(version -> OLD_JAVA.matcher(version.text().marked().toLowerCase(Locale.ROOT))
                        .matches())
                .forEach(version -> notes.found(
                        version.place(),
                        "the version is "
                                + FindingCollector.shown(version.text().marked())));
    }
}
