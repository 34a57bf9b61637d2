package dev.gatehouse.doctor.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.StepVerdict;
import dev.gatehouse.fixes.Fix;
import dev.gatehouse.fixes.Fixes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a trace of API Management
 * (https://learn.microsoft.com/azure/api-management/api-management-howto-api-inspector). The form of {@code data} is each
 * policy's own and documented by examples only, so it is searched as text.
 */
final class AzureSteps {
    private static final int LONGEST = 400;
    private static final int FIRST_ERROR = 400;
    private static final List<String> ANSWERING = List.of("return-response", "choose");

    private AzureSteps() {}

    static List<TraceStep> of(JsonNode trace) {
        List<TraceStep> steps = new ArrayList<>();
        for (var section : trace.path("traceEntries").properties()) {
            section.getValue().forEach(entry -> steps.add(step(section.getKey(), entry)));
        }
        return steps;
    }

    private static TraceStep step(String section, JsonNode entry) {
        String policy = entry.path("source").asText("");
        String said = said(entry.path("data"));
        Optional<String> reason = AzureReasons.in(policy, said);
        boolean refuses = reason.isPresent() || answers(policy, entry.path("data"));
        String known = reason.orElse(refuses ? "ReturnResponse" : "");
        return new TraceStep(
                Layer.GATEWAY,
                policy,
                section,
                entry.path("elapsed").asText(""),
                refuses ? StepVerdict.REFUSED : StepVerdict.PASSED,
                known,
                said.length() > LONGEST ? said.substring(0, LONGEST) + " ..." : said,
                Fixes.of(Layer.GATEWAY, known).map(Fix::text).orElse(""));
    }

    /** A policy that returns an error response instead of the backend. */
    private static boolean answers(String policy, JsonNode data) {
        int status = data.at("/response/status/code")
                .asInt(data.at("/response/statusCode").asInt());
        return ANSWERING.contains(policy) && status >= FIRST_ERROR;
    }

    /** All texts in a node, in order. */
    private static String said(JsonNode data) {
        List<String> texts = new ArrayList<>();
        gather("", data, texts);
        return String.join("; ", texts);
    }

    private static void gather(String name, JsonNode node, List<String> texts) {
        if (node.isObject() && node.path("name").isTextual() && node.has("value")) {
            texts.add(node.path("name").asText() + " " + node.path("value").asText());
        } else if (node.isObject()) {
            node.properties().forEach(member -> gather(member.getKey(), member.getValue(), texts));
        } else if (node.isArray()) {
            node.forEach(each -> gather(name, each, texts));
        } else if (!node.isNull() && !node.isMissingNode()) {
            texts.add(
                    name.isEmpty() || name.equals("message") || name.equals("messages")
                            ? node.asText()
                            : name + " " + node.asText());
        }
    }
}
