package dev.gatehouse.check.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.check.report.Reported.Suppressed;
import dev.gatehouse.check.source.Spot;
import dev.gatehouse.xml.Position;

/** Findings as results of SARIF (3.27). */
final class SarifResults {
    private static final String FINGERPRINT = "gatehouse/v1";

    private final SarifRules rules;
    private final ReportedPaths paths;
    private final Fingerprints fingerprints;
    private final boolean hasBaseline;

    SarifResults(SarifRules rules, ReportedPaths paths, boolean hasBaseline) {
        this.rules = rules;
        this.paths = paths;
        this.fingerprints = new Fingerprints(paths);
        this.hasBaseline = hasBaseline;
    }

    ObjectNode result(Reported each) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("ruleId", each.finding().rule());
        result.put("ruleIndex", rules.index(each.finding().rule()));
        result.put("level", each.severity().word());
        result.putObject("message")
                .put("text", each.finding().found() + ". Fix: " + each.finding().fix());
        ObjectNode location = location(each.spot());
        if (!each.context().isEmpty()) {
            location.putArray("logicalLocations")
                    .addObject()
                    .put("fullyQualifiedName", each.context())
                    .put("kind", "resource");
        }
        result.putArray("locations").add(location);
        result.putObject("partialFingerprints").put(FINGERPRINT, fingerprints.next(each));
        addWhatBecameOfIt(each, result);
        return result;
    }

    private void addWhatBecameOfIt(Reported each, ObjectNode result) {
        if (!each.also().isEmpty()) {
            ArrayNode also = result.putArray("relatedLocations");
            each.also()
                    .forEach(spot -> also.add(location(spot)
                            .set(
                                    "message",
                                    JsonNodeFactory.instance.objectNode().put("text", "deployed here"))));
        }
        if (hasBaseline) {
            result.put("baselineState", each.isKnown() ? "unchanged" : "new");
        }
        each.suppressed().ifPresent(by -> result.putArray("suppressions").add(suppression(by)));
    }

    private static ObjectNode suppression(Suppressed by) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", by.isInSource() ? "inSource" : "external")
                .put("status", "accepted")
                .put("justification", by.reason());
    }

    /** Code scanning requires a line: what has no position is shown at the file's first. */
    private ObjectNode location(Spot spot) {
        Position at = spot.orStart();
        ObjectNode location = JsonNodeFactory.instance.objectNode();
        ObjectNode physical = location.putObject("physicalLocation");
        ObjectNode artifact = physical.putObject("artifactLocation").put("uri", paths.uri(spot.file()));
        if (!artifact.path("uri").asText().startsWith("file:")) {
            artifact.put("uriBaseId", SarifReport.ROOT);
        }
        physical.putObject("region").put("startLine", at.line()).put("startColumn", at.column());
        return location;
    }
}
