package dev.gatehouse.xml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a text holds, as far as it could be understood.
 *
 * @param faults where API Management refuses it, or reads it otherwise than meant
 * @param notPlain where it first has what API Management takes, and XML readers refuse or read each in its way: an
 *     expression that is not escaped, a document type, an instruction, a namespace
 */
public record Scanned(List<XmlElement> roots, List<SyntaxFault> faults, Optional<SyntaxFault> notPlain) {
    public Scanned {
        roots = List.copyOf(roots);
        faults = List.copyOf(faults);
    }

    /** The same with other elements. */
    public Scanned with(List<XmlElement> others) {
        return new Scanned(others, faults, notPlain);
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
