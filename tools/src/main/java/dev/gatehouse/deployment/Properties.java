package dev.gatehouse.deployment;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The properties of an object, each of which must be decided once it is read. {@link #end} finds those that were not. */
final class Properties {
    /** What every resource may have, and what does not affect responses. */
    private static final String[] ENVELOPE = {
        "id", "identifiers", "type", "name", "apiVersion", "location", "tags", "dependsOn"
    };

    private final ResourceValue object;
    private final Set<String> read = new TreeSet<>();
    private final List<Properties> inner = new ArrayList<>();

    private Properties(ResourceValue object) {
        this.object = object;
    }

    /** A resource with all its properties. */
    static Properties whole(DeployedResource resource, LocalValues values) {
        return new Properties(resource.evaluated(values.evaluation()).all()).without(ENVELOPE);
    }

    /** The properties of a resource that must not have anything else. */
    static Properties of(DeployedResource resource, LocalValues values) {
        Properties whole = whole(resource, values);
        Properties properties = whole.object("properties");
        whole.endHere();
        return properties;
    }

    /** One that may be missing. */
    EvaluatedValue member(String name) {
        read.add(name);
        return EvaluatedValue.of(object.named(name));
    }

    String required(String name) {
        return member(name).text().orElseThrow(() -> fault(name, "is missing"));
    }

    /** The texts of a list; empty where it is missing. */
    List<String> texts(String name) {
        return member(name).elements().stream()
                .map(each -> each.text().orElseThrow(() -> each.fault("is not a text")))
                .toList();
    }

    /** The objects of a list; empty where it is missing. */
    List<Properties> objects(String name) {
        return member(name).elements().stream().map(this::inner).toList();
    }

    /** An object; without any property where it is missing. */
    Properties object(String name) {
        return inner(member(name));
    }

    /** Every property, as text. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        names().forEach(name -> all.put(name, required(name)));
        return all;
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        object.node().fieldNames().forEachRemaining(names::add);
        names.forEach(name -> EvaluatedValue.of(new ResourceValue(object.place(), TextNode.valueOf(name))));
        return names;
    }

    /** Requires a property to be missing or to have the one value that is supported. */
    Properties only(String name, String value) {
        member(name).only(value);
        return this;
    }

    /** Requires a property to have one value: where it is missing, Azure uses another. */
    Properties exactly(String name, String value) {
        member(name).exactly(value);
        return this;
    }

    /** Properties that make no difference on this machine. */
    Properties without(String... names) {
        read.addAll(List.of(names));
        return this;
    }

    /** @throws DeploymentFault when a property has not been read: it would be silently ignored */
    void end() {
        endHere();
        inner.forEach(Properties::end);
    }

    DeploymentFault fault(String name, String why) {
        return object.place().property(name).fault(why);
    }

    private void endHere() {
        names().stream()
                .filter(name ->
                        !read.contains(name) && !object.node().path(name).isNull())
                .findFirst()
                .ifPresent(unread -> {
                    throw fault(unread, "is not supported on this machine: remove it");
                });
    }

    private Properties inner(EvaluatedValue object) {
        Properties properties = new Properties(new ResourceValue(object.place(), object.object()));
        inner.add(properties);
        return properties;
    }
}
