package dev.gatehouse.local.gateway.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An XML element.
 *
 * @param text the characters directly in it, comments left out
 */
record Element(Tag tag, List<Element> children, String text) {

    /** A start tag; {@code line} is where it begins. */
    record Tag(String name, Map<String, String> attributes, int line) {
        Tag {
            attributes = Map.copyOf(attributes);
        }
    }

    Element {
        children = List.copyOf(children);
    }

    String name() {
        return tag.name();
    }

    int line() {
        return tag.line();
    }

    /** This element and everything below it. */
    Stream<Element> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Element::all));
    }

    /** The children of one name. */
    List<Element> children(String name) {
        return children.stream().filter(child -> child.name().equals(name)).toList();
    }

    /** The element as messages name it. */
    String shown() {
        return "<" + name() + ">";
    }
}
