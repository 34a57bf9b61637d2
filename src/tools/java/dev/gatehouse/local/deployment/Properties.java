package dev.gatehouse.local.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.arm.Evaluation;
import dev.gatehouse.arm.ExpressionFault;
import dev.gatehouse.arm.TemplateText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The properties of a resource, each evaluated as it is read. {@link #end} finds those that were not. */
final class Properties {
    private final String resource;
    private final String path;
    private final JsonNode node;
    private final Evaluation evaluation;
    private final Set<String> read = new TreeSet<>();
    private final List<Properties> inner = new ArrayList<>();

    private Properties(String resource, String path, JsonNode node, Evaluation evaluation) {
        this.resource = resource;
        this.path = path;
        this.node = node;
        this.evaluation = evaluation;
    }

    static Properties of(Resource resource, LocalValues values) {
        return new Properties(resource.shown(), "properties", resource.body().path("properties"), values.evaluation());
    }

    Optional<String> text(String name) {
        JsonNode value = value(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw fault(name, "is not a text");
        }
        return Optional.of(value.asText());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> fault(name, "is missing"));
    }

    Optional<Integer> number(String name) {
        JsonNode value = value(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isInt()) {
            throw fault(name, "is not a whole number");
        }
        return value.isInt() ? Optional.of(value.intValue()) : Optional.empty();
    }

    boolean flag(String name, boolean whereMissing) {
        JsonNode value = value(name);
        if (value.isMissingNode() || value.isNull()) {
            return whereMissing;
        }
        if (!value.isBoolean()) {
            throw fault(name, "is not true or false");
        }
        return value.booleanValue();
    }

    /** The texts of a list; empty where it is missing. */
    List<String> texts(String name) {
        JsonNode list = list(name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode value = evaluated(list.get(i), name + "[" + i + "]");
            if (!value.isTextual()) {
                throw fault(name + "[" + i + "]", "is not a text");
            }
            texts.add(value.asText());
        }
        return List.copyOf(texts);
    }

    /** The objects of a list; empty where it is missing. */
    List<Properties> objects(String name) {
        JsonNode list = list(name);
        List<Properties> objects = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            objects.add(inner(name + "[" + i + "]", list.get(i)));
        }
        return List.copyOf(objects);
    }

    /** An object; without any property where it is missing. */
    Properties object(String name) {
        return inner(name, value(name));
    }

    /** Every property, as text. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(name -> all.put(name, required(name)));
        return all;
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Wants a property to be missing or to have the one value that is imitated. */
    Properties only(String name, String value) {
        JsonNode found = value(name);
        if (!found.isMissingNode() && !found.isNull() && !found.asText().equals(value)) {
            throw fault(name, "is " + found + ": on this machine it can be " + value + " only");
        }
        return this;
    }

    /** Properties that make no difference on this machine. */
    Properties without(String... names) {
        read.addAll(List.of(names));
        return this;
    }

    /** @throws DeploymentFault when there is a property that nobody has read: it would be passed over unseen */
    void end() {
        names().stream().filter(name -> !read.contains(name)).findFirst().ifPresent(unread -> {
            throw fault(unread, "is not imitated on this machine");
        });
        inner.forEach(Properties::end);
    }

    DeploymentFault fault(String name, String why) {
        return new DeploymentFault(resource + ", " + path + "." + name + ": " + why);
    }

    private JsonNode list(String name) {
        JsonNode list = value(name);
        if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
            throw fault(name, "is not a list");
        }
        return list;
    }

    private Properties inner(String name, JsonNode value) {
        if (!value.isObject() && !value.isMissingNode() && !value.isNull()) {
            throw fault(name, "is not an object");
        }
        Properties properties = new Properties(resource, path + "." + name, value, evaluation);
        inner.add(properties);
        return properties;
    }

    private JsonNode value(String name) {
        read.add(name);
        return node.isObject() ? evaluated(node.path(name), name) : MissingNode.getInstance();
    }

    private JsonNode evaluated(JsonNode raw, String name) {
        try {
            return raw instanceof TextNode text ? evaluation.value(new TemplateText(text.asText())) : raw;
        } catch (ExpressionFault unknown) {
            throw fault(name, raw.asText() + " " + unknown.getMessage());
        }
    }
}
