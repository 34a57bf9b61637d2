package dev.gatehouse.check.input;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Remembers where a template has its resources, through its evaluation: each carries a member that says so. */
final class WrittenPlaces {
    private static final String MEMBER = "gatehouse:written";

    private WrittenPlaces() {}

    /** The template with that member in each resource, also of templates within it. */
    static JsonNode marked(JsonNode template) {
        mark(template, JsonPointer.empty());
        return template;
    }

    private static void mark(JsonNode template, JsonPointer at) {
        JsonNode resources = template.path("resources");
        JsonPointer in = at.appendProperty("resources");
        for (int i = 0; resources.isArray() && i < resources.size(); i++) {
            resource(resources.path(i), in.appendIndex(i));
        }
        if (resources.isObject()) {
            resources.properties().forEach(each -> resource(each.getValue(), in.appendProperty(each.getKey())));
        }
    }

    private static void resource(JsonNode resource, JsonPointer at) {
        if (resource instanceof ObjectNode object) {
            object.put(MEMBER, at.toString());
            mark(resource, at);
            mark(
                    resource.path("properties").path("template"),
                    at.appendProperty("properties").appendProperty("template"));
        }
    }

    /** What a resource remembers, which it then has no more. */
    static JsonPointer taken(ObjectNode resource) {
        JsonNode written = resource.remove(MEMBER);
        return written == null ? JsonPointer.empty() : JsonPointer.valueOf(written.asText());
    }
}
