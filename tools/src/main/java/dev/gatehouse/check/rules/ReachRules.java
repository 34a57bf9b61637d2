package dev.gatehouse.check.rules;

import static dev.gatehouse.check.rules.ExpectedValue.not;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who may reach an app. */
final class ReachRules {
    private static final Pattern ANY_PATH = Pattern.compile("/?(\\*|\\{\\*\\w+})");
    private static final Pattern HOST_ROOT = Pattern.compile("(?i)https?://[^/]+\\.azurewebsites\\.net/?");
    private static final Pattern OF_HOST =
            Pattern.compile("(?is)(@\\([\\s(]*\\$?\"|https?://[^/]+)?/?(admin|runtime)([/\"].*)?");

    static final List<Rule> ALL = List.of(
            new Rule(
                    "public-beside-private-endpoint",
                    "Beside a private endpoint, publicNetworkAccess closes the public address unless it is set to Enabled."
                            + DocLinks.PRIVATE_ENDPOINT,
                    "Set publicNetworkAccess to Disabled, or leave it out.",
                    ReachRules::endpoints),
            new Rule(
                    "function-without-key",
                    "The function needs no key: whoever knows its address calls it, unless Easy Auth or its own code refuses."
                            + DocLinks.FUNCTION_KEYS,
                    "Set authLevel to function.",
                    (deployed, notes) -> deployed.all(ResourceTypes.SITE + "/functions")
                            .flatMap(each -> each.at("properties.config.bindings").elements().stream())
                            .map(binding -> binding.at("authLevel"))
                            .filter(level -> level.text().marked().equalsIgnoreCase("anonymous"))
                            .forEach(level -> notes.found(level.place(), "authLevel is anonymous"))),
            new Rule(
                    "admin-path-at-gateway",
                    "With the host's keys, /admin and /runtime manage the app; through the gateway they are open to its callers."
                            + DocLinks.FUNCTION_KEYS,
                    "Remove the operation.",
                    ReachRules::adminPaths));

    private ReachRules() {}

    private static void endpoints(DeployedFile deployed, FindingCollector notes) {
        List<ResourceValue> connections = deployed.all("Microsoft.Network/privateEndpoints")
                .flatMap(endpoint -> endpoint.at("properties.privateLinkServiceConnections").elements().stream())
                .toList();
        deployed.all(ResourceTypes.SITE)
                .filter(site -> connections.stream().anyMatch(connection -> leadsTo(connection, site)))
                .map(site -> site.at("properties.publicNetworkAccess"))
                .filter(access -> !notes.undecided(access) && !not("Enabled").holds(access))
                .forEach(access -> notes.found(access.place(), "the app has a private endpoint and is public"));
    }

    private static boolean leadsTo(ResourceValue connection, DeployedResource site) {
        String id = connection.at("properties.privateLinkServiceId").text().marked();
        return id.endsWith("/Microsoft.Web/sites/" + site.ownName())
                && connection.at("properties.groupIds").elements().stream()
                        .anyMatch(group -> group.text().marked().equals("sites"));
    }

    private static void adminPaths(DeployedFile deployed, FindingCollector notes) {
        deployed.all(ResourceTypes.OPERATION)
                .map(operation -> operation.at("properties.urlTemplate"))
                .filter(path -> OF_HOST.matcher(path.text().marked()).matches())
                .forEach(path -> notes.found(path.place(), PolicyText.of(path).shown()));
        deployed.all(ResourceTypes.OPERATION)
                .filter(operation -> ANY_PATH.matcher(
                                operation.at("properties.urlTemplate").text().marked())
                        .matches())
                .filter(operation -> deployed.all(ResourceTypes.API)
                        .filter(operation::isBelow)
                        .anyMatch(api -> HOST_ROOT
                                .matcher(api.at("properties.serviceUrl").text().marked())
                                .matches()))
                .forEach(operation -> notes.found(
                        operation.at("properties.urlTemplate").place(),
                        "any path of the host is routed, /admin as well"));
        new EachPolicy((policy, inner) -> VariableTrace.in(policy)
                        .xml()
                        .all()
                        .filter(each -> Stream.of("template", "base-url")
                                .flatMap(name -> each.attribute(name).stream())
                                .anyMatch(path -> OF_HOST.matcher(path).matches()))
                        .filter(each -> each.is("rewrite-uri") || each.is("set-backend-service"))
                        .forEach(each -> inner.found(policy.at(each), each.shown() + " leads to the host's own paths")))
                .of(deployed, notes);
    }
}
