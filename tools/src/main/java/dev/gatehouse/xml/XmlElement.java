package dev.gatehouse.xml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An XML element.
 *
 * @param text the characters directly in it, comments left out, without white space around them
 */
public record XmlElement(Tag tag, List<XmlElement> children, String text) {

    /** A start tag and where it begins. */
    public record Tag(String name, Map<String, String> attributes, Position position) {
        public Tag {
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        }
    }

    public XmlElement {
        children = List.copyOf(children);
    }

    public String name() {
        return tag.name();
    }

    public boolean is(String name) {
        return name().equals(name);
    }

    /** The line in which it begins. */
    public int line() {
        return position().line();
    }

    /** The element as messages name it. */
    public String shown() {
        return "<" + name() + ">";
    }

    public Position position() {
        return tag.position();
    }

    public Optional<String> attribute(String name) {
        return Optional.ofNullable(tag.attributes().get(name));
    }

    /** This element and everything below it. */
    public Stream<XmlElement> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
    }

    /** Everything of one name below it. */
    public List<XmlElement> all(String name) {
        return children.stream()
                .flatMap(XmlElement::all)
                .filter(element -> element.is(name))
                .toList();
    }

    /** The children of one name. */
    public List<XmlElement> children(String name) {
        return children.stream().filter(child -> child.is(name)).toList();
    }

    /** The elements at the end of a path of names, such as {@code audiences, audience}. */
    public List<XmlElement> below(String... path) {
        List<XmlElement> found = List.of(this);
        for (String name : path) {
            found = found.stream()
                    .flatMap(element -> element.children(name).stream())
                    .toList();
        }
        return found;
    }

    /** The same element with its attributes and texts changed. */
    public XmlElement with(UnaryOperator<String> change) {
        Map<String, String> attributes = new LinkedHashMap<>();
        tag.attributes().forEach((name, value) -> attributes.put(name, change.apply(value)));
        return new XmlElement(
                new Tag(tag.name(), attributes, tag.position()),
                children.stream().map(child -> child.with(change)).toList(),
                change.apply(text));
    }
}
