package dev.gatehouse.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gatehouse.deployment.arm.PartialText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A value of a resource; it may be absent, or only known at run time. */
public record ResourceValue(Location place, JsonNode node) {

    /** The value at a path such as {@code properties.siteConfig}; below an unknown value, everything is unknown. */
    public ResourceValue at(String path) {
        ResourceValue found = this;
        for (String name : path.split("\\.")) {
            if (found.node.isTextual() && found.unknown().isPresent()) {
                break;
            }
            found = found.named(name);
        }
        return found;
    }

    /** One property of an object, whose name may have dots. */
    public ResourceValue named(String name) {
        return new ResourceValue(place.property(name), node.path(name));
    }

    /** The elements of an array, or the values of an object; itself when it is not known; else none. */
    public List<ResourceValue> elements() {
        List<ResourceValue> elements = new ArrayList<>();
        if (unknown().isPresent()) {
            return List.of(this);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                elements.add(new ResourceValue(
                        place.element(i), Optional.ofNullable(node.get(i)).orElse(MissingNode.getInstance())));
            }
        } else if (node.isObject()) {
            node.properties()
                    .forEach(each -> elements.add(new ResourceValue(place.property(each.getKey()), each.getValue())));
        }
        return elements;
    }

    /** Every text in it, at any depth. */
    public Stream<ResourceValue> texts() {
        return node.isTextual() ? Stream.of(this) : elements().stream().flatMap(ResourceValue::texts);
    }

    /** Missing or null: Azure uses its default. */
    public boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    /** Absent or empty. */
    public boolean isEmpty() {
        return isAbsent()
                || (node.isContainerNode() ? node.isEmpty() : node.asText().isBlank());
    }

    /** The expression that makes it unknown. */
    public Optional<String> unknown() {
        return text().unknown();
    }

    public PartialText text() {
        return new PartialText(node.isValueNode() ? node.asText() : "");
    }
}
