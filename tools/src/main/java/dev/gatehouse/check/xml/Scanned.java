package dev.gatehouse.check.xml;

import java.util.List;
import java.util.stream.Stream;

/** What a text holds, as far as it could be understood. */
public record Scanned(List<XmlElement> roots, List<SyntaxFault> faults) {
    public Scanned {
        roots = List.copyOf(roots);
        faults = List.copyOf(faults);
    }

    /** Every element. */
    public Stream<XmlElement> all() {
        return roots.stream().flatMap(XmlElement::all);
    }

    /** Every element of one name. */
    public List<XmlElement> all(String name) {
        return all().filter(element -> element.is(name)).toList();
    }
}
