package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The supported attributes and children of an element. */
record Shape(Set<String> required, Set<String> optional, Set<String> children, boolean holdsText) {

    Shape {
        required = Set.copyOf(required);
        optional = Set.copyOf(optional);
        children = Set.copyOf(children);
    }

    static Shape empty() {
        return new Shape(Set.of(), Set.of(), Set.of(), false);
    }

    Shape needing(String... attributes) {
        return new Shape(Set.of(attributes), optional, children, holdsText);
    }

    Shape allowing(String... attributes) {
        return new Shape(required, Set.of(attributes), children, holdsText);
    }

    Shape holding(String... names) {
        return new Shape(required, optional, Set.of(names), holdsText);
    }

    /** A shape that may contain any statements: each is checked separately, not by name. */
    Shape around(XmlElement statements) {
        Set<String> names = statements.children().stream().map(XmlElement::name).collect(Collectors.toSet());
        return new Shape(required, optional, names, holdsText);
    }

    Shape holdingText() {
        return new Shape(required, optional, children, true);
    }

    /** The shape with the {@code id} that every policy statement may have. */
    Shape ofStatement() {
        Set<String> withId = new HashSet<>(optional);
        withId.add("id");
        return new Shape(required, withId, children, holdsText);
    }

    /** Everything in the element that is unsupported or missing; the content of its children is not checked. */
    List<PolicyFault> faults(XmlElement element, String document) {
        List<PolicyFault> faults = new ArrayList<>();
        element.tag().attributes().keySet().stream()
                .filter(name -> !required.contains(name) && !optional.contains(name))
                .sorted()
                .forEach(name -> faults.add(attribute(
                        element, document, name, "is not supported by the local gateway; see docs/gateway.md")));
        required.stream()
                .filter(name -> !element.tag().attributes().containsKey(name))
                .sorted()
                .forEach(name -> faults.add(attribute(element, document, name, "is missing")));
        element.children().stream()
                .filter(child -> !children.contains(child.name()))
                .forEach(child -> faults.add(new PolicyFault(
                        document, child.line(), child.shown(), "is not supported within " + element.shown())));
        if (!holdsText && !element.text().isBlank()) {
            faults.add(new PolicyFault(
                    document, element.line(), element.shown(), "contains text, which has no meaning there"));
        }
        return faults;
    }

    private static PolicyFault attribute(XmlElement element, String document, String name, String why) {
        return new PolicyFault(document, element.line(), element.shown() + " attribute '" + name + "'", why);
    }
}
