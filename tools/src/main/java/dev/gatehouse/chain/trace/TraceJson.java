package dev.gatehouse.chain.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A trace as JSON; members without a value are left out. */
public final class TraceJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TraceJson() {}

    /** @throws IllegalStateException when a detail has a type that JSON cannot represent */
    public static String write(Trace trace) {
        ObjectNode object = JSON.createObjectNode()
                .put("id", trace.id())
                .put("traceId", trace.traceId())
                .put("started", trace.call().started().toString())
                .put("request", trace.call().request())
                .put("status", trace.call().status());
        object.putArray("steps")
                .addAll(trace.steps().stream().map(TraceJson::step).toList());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(object);
        } catch (JsonProcessingException notWritable) {
            throw new IllegalStateException("a trace cannot be written as JSON", notWritable);
        }
    }

    private static ObjectNode step(Step step) {
        ObjectNode object = JSON.createObjectNode().put("layer", step.layer().name());
        object.put("name", step.rule().name());
        putText(object, "where", step.rule().where());
        object.put("verdict", step.finding().verdict().name());
        putText(object, "reason", step.finding().reason());
        putText(object, "expected", step.finding().expected());
        putText(object, "actual", step.finding().actual());
        step.elapsed().ifPresent(time -> object.put("ms", Milliseconds.of(time)));
        if (!step.details().isEmpty()) {
            object.set("details", JSON.valueToTree(step.details()));
        }
        return object;
    }

    private static void putText(ObjectNode object, String name, String text) {
        if (!text.isEmpty()) {
            object.put(name, text);
        }
    }

    /** Reads the output of {@link #write}; empty for any other text. */
    public static Optional<Trace> read(String text) {
        try {
            JsonNode object = JSON.readTree(text);
            List<Step> steps = new ArrayList<>();
            object.path("steps").forEach(step -> steps.add(read(step)));
            Trace.Call call = new Trace.Call(
                    Instant.parse(text(object, "started")),
                    text(object, "request"),
                    object.path("status").asInt());
            return Optional.of(new Trace(text(object, "id"), text(object, "traceId"), call, steps));
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    private static Step read(JsonNode step) {
        Map<String, Object> details = step.has("details")
                ? JSON.convertValue(step.path("details"), new TypeReference<LinkedHashMap<String, Object>>() {})
                : Map.of();
        return new Step(
                new AppliedRule(Layer.valueOf(text(step, "layer")), text(step, "name"), text(step, "where")),
                new StepResult(
                        StepVerdict.valueOf(text(step, "verdict")),
                        text(step, "reason"),
                        text(step, "expected"),
                        text(step, "actual")),
                details,
                step.has("ms") ? Optional.of(Milliseconds.read(step.path("ms").asDouble())) : Optional.empty());
    }

    private static String text(JsonNode object, String name) {
        return object.path(name).asText("");
    }
}
