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
import java.util.function.BiFunction;

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
        return member(name).text();
    }

    String required(String name) {
        return text(name).orElseThrow(() -> fault(name, "is missing"));
    }

    Optional<Integer> number(String name) {
        return member(name).number();
    }

    boolean flag(String name, boolean whereMissing) {
        return member(name).flag(whereMissing);
    }

    /** The texts of a list; empty where it is missing. */
    List<String> texts(String name) {
        return elements(name, (element, value) -> {
            Member text = evaluated(value, element);
            return text.text().orElseThrow(() -> text.fault("is not a text"));
        });
    }

    /** The objects of a list; empty where it is missing. */
    List<Properties> objects(String name) {
        return elements(name, (element, value) -> inner(element, new Member(place(element), value)));
    }

    /** An object; without any property where it is missing. */
    Properties object(String name) {
        return inner(name, member(name));
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
        member(name).only(value);
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
        return new DeploymentFault(place(name) + ": " + why);
    }

    private <T> List<T> elements(String name, BiFunction<String, JsonNode, T> reading) {
        List<T> elements = new ArrayList<>();
        for (JsonNode value : member(name).list()) {
            elements.add(reading.apply(name + "[" + elements.size() + "]", value));
        }
        return List.copyOf(elements);
    }

    private Properties inner(String name, Member object) {
        Properties properties = new Properties(resource, path + "." + name, object.object(), evaluation);
        inner.add(properties);
        return properties;
    }

    private Member member(String name) {
        read.add(name);
        return evaluated(node.isObject() ? node.path(name) : MissingNode.getInstance(), name);
    }

    private Member evaluated(JsonNode raw, String name) {
        try {
            JsonNode value = raw instanceof TextNode text ? evaluation.value(new TemplateText(text.asText())) : raw;
            return new Member(place(name), value);
        } catch (ExpressionFault unknown) {
            throw fault(name, raw.asText() + " " + unknown.getMessage());
        }
    }

    private String place(String name) {
        return resource + ", " + path + "." + name;
    }
}
