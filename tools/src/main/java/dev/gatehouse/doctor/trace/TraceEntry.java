package dev.gatehouse.doctor.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chain.http.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry of a trace of API Management. The form of {@code data} is each policy's own and documented by examples only:
 * a text, a list of texts, or an object.
 *
 * @param section such as {@code inbound}; empty where the trace does not say
 * @param source the policy, or {@code api-inspector}
 * @param elapsed as written; may be empty
 */
record TraceEntry(String section, String source, String elapsed, JsonNode data) {
    private static final Set<String> SAYING = Set.of("message", "messages", "exceptionMessage", "error", "errorCode");
    private static final Pattern STATUS_SET = Pattern.compile("(?i)status code was set to '?(\\d{3})");

    boolean isOfErrors() {
        return section.equals("on-error");
    }

    /** What the policy itself says: not headers, configuration or other values. */
    String message() {
        List<String> texts = new ArrayList<>();
        if (data.isTextual() || data.isArray()) {
            texts(data, texts);
        } else {
            data.properties().stream()
                    .filter(member -> SAYING.contains(member.getKey()))
                    .forEach(member -> texts(member.getValue(), texts));
            data.path("errorResponse").properties().forEach(member -> texts(member.getValue(), texts));
        }
        return String.join("; ", texts);
    }

    /** Whether the data contains the error of a call that the policy made. */
    boolean hasError() {
        return data.path("errorResponse").isObject()
                        && !data.path("errorResponse").isEmpty()
                || data.hasNonNull("exceptionMessage");
    }

    /** The status of the response that the entry contains or sets. */
    Optional<Integer> status() {
        for (JsonNode status : List.of(
                data.at("/response/status/code"), data.at("/response/statusCode"), data.at("/response/status"))) {
            if (status.isInt() || status.isTextual() && status.asText().matches("\\d{3}")) {
                return Optional.of(status.asInt());
            }
        }
        Matcher set = STATUS_SET.matcher(message());
        return set.find() ? Optional.of(Integer.parseInt(set.group(1))) : Optional.empty();
    }

    /** The reason phrase of that response; may be empty. */
    String phrase() {
        return data.at("/response/status/reason").asText("");
    }

    /** The headers of a message, {@code request} or {@code response}. */
    Headers headers(String message) {
        Headers headers = Headers.none();
        JsonNode listed = data.path(message).path("headers");
        if (listed.isObject()) {
            for (Map.Entry<String, JsonNode> header : listed.properties()) {
                headers = headers.plus(header.getKey(), header.getValue().asText());
            }
            return headers;
        }
        for (JsonNode header : listed) {
            headers = headers.plus(
                    header.path("name").asText(), header.path("value").asText());
        }
        return headers;
    }

    /** All texts of the data, with the names of members and headers. */
    String all() {
        List<String> texts = new ArrayList<>();
        named("", data, texts);
        return String.join("; ", texts);
    }

    private static void texts(JsonNode node, List<String> texts) {
        if (node.isContainerNode()) {
            node.forEach(each -> texts(each, texts));
        } else if (!node.isNull()) {
            texts.add(node.asText());
        }
    }

    private static void named(String name, JsonNode node, List<String> texts) {
        if (node.isObject() && node.path("name").isTextual() && node.has("value")) {
            texts.add(node.path("name").asText() + " " + node.path("value").asText());
        } else if (node.isObject()) {
            node.properties().forEach(member -> named(member.getKey(), member.getValue(), texts));
        } else if (node.isArray()) {
            node.forEach(each -> named(name, each, texts));
        } else if (!node.isNull() && !node.isMissingNode()) {
            texts.add(name.isEmpty() || name.startsWith("message") ? node.asText() : name + " " + node.asText());
        }
    }
}
