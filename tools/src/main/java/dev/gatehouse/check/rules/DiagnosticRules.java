package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What the gateway logs about calls. */
final class DiagnosticRules {
    private static final List<String> SIDES =
            List.of("frontend.request", "frontend.response", "backend.request", "backend.response");
    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "x-functions-key", "ocp-apim-subscription-key", "cookie", "x-ms-client-principal");
    private static final Set<String> LOGGING = Set.of("trace", "log-to-eventhub", "emit-metric");
    private static final int ALL_CALLS = 100;
    private static final List<String> MASKED_PARAMETERS = List.of("code", "subscription-key");

    static final List<Rule> ALL = List.of(
            new Rule(
                    "authorization-logged",
                    "Anyone with read access to the log can use the tokens and keys in it." + DocLinks.DIAGNOSTICS,
                    "Remove the header from the list, or the token or key from the policy that logs it.",
                    DiagnosticRules::headers),
            new Rule(
                    "bodies-logged",
                    "Bodies can contain personal data and tokens." + DocLinks.DIAGNOSTICS,
                    "Set body.bytes to 0.",
                    (deployed, notes) -> sides(deployed)
                            .map(side -> side.at("body.bytes"))
                            .filter(bytes ->
                                    !notes.undecided(bytes) && bytes.node().asInt() > 0)
                            .forEach(bytes -> notes.found(
                                    bytes.place(), bytes.node().asInt() + " bytes of each body are logged"))),
            new Rule(
                    "keys-not-masked",
                    "The log contains each URL with its query, which can contain keys (code, subscription-key)."
                            + DocLinks.DIAGNOSTICS,
                    "Hide code and subscription-key in dataMasking.queryParams.",
                    (deployed, notes) -> diagnostics(deployed)
                            .filter(diagnostic -> !isSilent(diagnostic))
                            .forEach(diagnostic -> masking(diagnostic, notes))),
            new Rule(
                    "denials-sampled-away",
                    "Sampling drops rejected calls, which are needed to detect attacks." + DocLinks.DIAGNOSTICS,
                    "Set alwaysLog to allErrors.",
                    (deployed, notes) -> diagnostics(deployed)
                            .filter(diagnostic -> isSampled(diagnostic))
                            .map(diagnostic -> diagnostic.at("properties.alwaysLog"))
                            .filter(always -> !notes.undecided(always)
                                    && !always.text().marked().equalsIgnoreCase("allErrors"))
                            .forEach(always -> notes.found(always.place(), "alwaysLog is not set"))));

    private DiagnosticRules() {}

    /** Without sampling, every call is logged. */
    private static boolean isSampled(DeployedResource diagnostic) {
        ResourceValue percentage = diagnostic.at("properties.sampling.percentage");
        return !percentage.isAbsent() && percentage.node().asDouble(0) < ALL_CALLS;
    }

    /** With a share of 0, and no errors logged regardless of it. */
    private static boolean isSilent(DeployedResource diagnostic) {
        ResourceValue percentage = diagnostic.at("properties.sampling.percentage");
        return percentage.node().isNumber()
                && percentage.node().asDouble() == 0
                && diagnostic.at("properties.alwaysLog").isAbsent();
    }

    private static void headers(DeployedFile deployed, FindingCollector notes) {
        sides(deployed)
                .flatMap(side -> side.at("headers").elements().stream())
                .filter(header -> SECRET_HEADERS.contains(header.text().marked().toLowerCase(Locale.ROOT)))
                .forEach(header -> notes.found(
                        header.place(),
                        "the header " + FindingCollector.shown(header.text().marked()) + " is logged"));
        SensitiveValues credentials = SensitiveValues.credentials(deployed);
        new EachPolicy((policy, inner) -> policy.xml()
                        .all()
                        .filter(element -> LOGGING.contains(element.name()))
                        .forEach(element -> credentials
                                .in(element)
                                .ifPresent(what -> inner.found(policy.at(element), element.shown() + " logs " + what))))
                .of(deployed, notes);
    }

    private static Stream<DeployedResource> diagnostics(DeployedFile deployed) {
        return Stream.concat(
                deployed.all(ResourceTypes.GATEWAY + "/diagnostics"), deployed.all(ResourceTypes.API + "/diagnostics"));
    }

    private static Stream<ResourceValue> sides(DeployedFile deployed) {
        return diagnostics(deployed)
                .flatMap(diagnostic -> SIDES.stream().map(side -> diagnostic.at("properties." + side)));
    }

    /** Only incoming calls: in calls to the backend the gateway's key is in a header, which is not logged. */
    private static void masking(DeployedResource diagnostic, FindingCollector notes) {
        ResourceValue masking = diagnostic.at("properties.frontend.request.dataMasking");
        if (!notes.undecided(masking)) {
            masked(masking.at("queryParams"), notes);
        }
    }

    private static void masked(ResourceValue list, FindingCollector notes) {
        List<String> shown = MASKED_PARAMETERS.stream()
                .filter(name -> list.elements().stream().noneMatch(entry -> isMasked(entry, name)))
                .toList();
        if (!shown.isEmpty() && !notes.undecided(list)) {
            notes.found(list.place(), String.join(" and ", shown) + " not masked");
        }
    }

    private static boolean isMasked(ResourceValue entry, String name) {
        return entry.at("value").text().marked().equalsIgnoreCase(name)
                && !entry.at("mode").isEmpty();
    }
}
