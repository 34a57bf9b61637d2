package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A resource as written in a template.
 *
 * @param symbol its symbolic name; empty where the template has none
 */
record WrittenResource(String symbol, JsonNode body) {
    private static final String DEPLOYMENT = "Microsoft.Resources/deployments";

    /** An existing resource is only read. */
    boolean isExisting() {
        return body.path("existing").asBoolean();
    }

    boolean isDeployment() {
        return type().equalsIgnoreCase(DEPLOYMENT);
    }

    String type() {
        return body.path("type").asText();
    }

    /** Its name in a round of its loop. A part of it that is not known has no slash: another type has another number. */
    String name(Evaluation round) {
        return round.with("split", TextFunctions::splitName)
                .of(body.path("name"))
                .asText();
    }

    Optional<Loop> loop(Evaluation evaluation) {
        return body.path("copy").isObject() ? Optional.of(Loop.of(body.path("copy"), evaluation)) : Optional.empty();
    }

    List<Evaluation> rounds(Evaluation evaluation) {
        return loop(evaluation).map(Loop::rounds).orElse(List.of(evaluation));
    }

    /** Whether it has a condition that is false. */
    boolean isNever(Evaluation round) {
        return round.of(body.path("condition")).asText().equalsIgnoreCase("false");
    }

    /** The expression that decides whether it is deployed at all, or how often. */
    Optional<String> condition(Evaluation round) {
        return new PartialText(round.of(body.path("condition")).asText())
                .unknown()
                .or(() -> loop(round).flatMap(Loop::unknown));
    }
}
