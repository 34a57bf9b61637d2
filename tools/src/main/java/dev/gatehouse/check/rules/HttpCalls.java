package dev.gatehouse.check.rules;

import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import dev.gatehouse.deployment.arm.PartialText;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a function app has functions that are called over HTTP, by what is deployed with it: timers and queues alone need
 * no Easy Auth (https://learn.microsoft.com/azure/azure-functions/functions-triggers-bindings).
 */
enum HttpCalls {
    EXPECTED,
    UNKNOWN,
    NONE;

    private static final String GATEWAYS = "microsoft.apimanagement/";
    /** Origins that say nothing of the app: any, and the portal's, where functions of all kinds are tried. */
    private static final Pattern ANYONES = Pattern.compile("\\*|https://[\\w.-]*portal\\.azure\\.[a-z]+");

    private static final Pattern TRIGGER = Pattern.compile("(?i).*trigger");

    /** The host's keys, and addresses below {@code /api}, are for callers. */
    private static final Pattern CALLED =
            Pattern.compile("(?i)host/default|functionKeys|/api(/|\\?|$|'|\")|azurewebsites\\.net/");

    static HttpCalls of(DeployedResource site, DeployedFile deployed) {
        List<String> triggers = deployed.all(ResourceTypes.SITE + "/functions")
                .filter(function -> function.isBelow(site))
                .flatMap(function -> function.at("properties.config.bindings").elements().stream())
                .map(binding -> binding.at("type").text().marked())
                .filter(type -> TRIGGER.matcher(type).matches())
                .toList();
        if (triggers.stream().anyMatch("httpTrigger"::equalsIgnoreCase)) {
            return EXPECTED;
        }
        if (!triggers.isEmpty()) {
            return NONE;
        }
        boolean expected = deployed.contract().isPresent()
                || isForBrowsers(site)
                || isBehindOthers(deployed)
                || isCalled(site, deployed);
        return expected ? EXPECTED : UNKNOWN;
    }

    private static boolean isForBrowsers(DeployedResource site) {
        ResourceValue config = site.at("properties.siteConfig");
        boolean isForPages = config.at("cors.allowedOrigins").elements().stream()
                .map(origin -> origin.text().marked())
                .anyMatch(origin -> !ANYONES.matcher(origin).matches());
        return isForPages
                || Stream.of("ipSecurityRestrictions", "apiDefinition", "apiManagementConfig")
                        .map(config::at)
                        .anyMatch(value -> !value.isEmpty());
    }

    /** A gateway, a registration, or the settings of another app. */
    private static boolean isBehindOthers(DeployedFile deployed) {
        return deployed.resources().stream()
                        .anyMatch(each -> each.type().toLowerCase(Locale.ROOT).startsWith(GATEWAYS))
                || deployed.all(ResourceTypes.APPLICATION).findAny().isPresent()
                || deployed.all(ResourceTypes.FUNCTION_KEY).findAny().isPresent()
                || AuthSettingsV2.all(deployed).findAny().isPresent()
                || AuthSettingsV2.ofFirstVersion(deployed).findAny().isPresent();
    }

    /** By a text of another resource, or of an output, with its address or its keys. */
    private static boolean isCalled(DeployedResource site, DeployedFile deployed) {
        boolean isOnlyOne = deployed.all(ResourceTypes.SITE).count() == 1;
        String name = new PartialText(site.ownName()).shown();
        return Stream.concat(
                        deployed.resources().stream()
                                .filter(each -> !each.equals(site) && !each.isBelow(site))
                                .map(DeployedResource::all),
                        Stream.of(deployed.outputs()))
                .flatMap(ResourceValue::texts)
                .map(value -> value.text().shown())
                .anyMatch(text -> CALLED.matcher(text).find() && (isOnlyOne || text.contains(name)));
    }
}
