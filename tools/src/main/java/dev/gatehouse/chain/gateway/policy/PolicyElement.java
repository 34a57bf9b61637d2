package dev.gatehouse.chain.gateway.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An XML element.
 *
 * @param text the characters directly in it, comments left out
 */
record PolicyElement(Tag tag, List<PolicyElement> children, String text) {

    /** A start tag; {@code line} is where it begins. */
    record Tag(String name, Map<String, String> attributes, int line) {
        Tag {
            attributes = Map.copyOf(attributes);
        }
    }

    PolicyElement {
        children = List.copyOf(children);
    }

    String name() {
        return tag.name();
    }

    int line() {
        return tag.line();
    }

    /** This element and everything below it. */
    Stream<PolicyElement> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(PolicyElement::all));
    }

    /** The children of one name. */
    List<PolicyElement> children(String name) {
        return children.stream().filter(child -> child.name().equals(name)).toList();
    }

    /** The element as messages name it. */
    String shown() {
        return "<" + name() + ">";
    }
}
