package dev.gatehouse.check.deployed;

import dev.gatehouse.check.xml.Element;
import dev.gatehouse.check.xml.Scanned;
import dev.gatehouse.check.xml.XmlScanner;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A policy document.
 *
 * @param owner the names of what it belongs to: service, API, operation; empty for a file
 * @param text before named values are filled in
 * @param xml after that
 * @param condition the expression that decides whether it is deployed at all
 */
public record PolicyDocument(
        Place place, PolicyScope scope, List<String> owner, String text, Scanned xml, Optional<String> condition) {
    public PolicyDocument {
        owner = List.copyOf(owner);
    }

    static PolicyDocument of(Place place, PolicyScope scope, List<String> owner, String text, NamedValues values) {
        Scanned scanned = XmlScanner.scan(text);
        List<Element> filled =
                scanned.roots().stream().map(root -> root.with(values::filled)).toList();
        return new PolicyDocument(place, scope, owner, text, new Scanned(filled, scanned.faults()), Optional.empty());
    }

    PolicyDocument onlyIf(Optional<String> expression) {
        return new PolicyDocument(place, scope, owner, text, xml, expression);
    }

    /** The statements of the sections of one name. */
    public Stream<Element> section(String name) {
        return xml.all(name).stream().flatMap(section -> section.children().stream());
    }

    public Place at(Element element) {
        return place.at(element.position());
    }
}
