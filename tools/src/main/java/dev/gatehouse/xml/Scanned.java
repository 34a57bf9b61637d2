package dev.gatehouse.xml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The content of a text, as far as it was understood.
 *
 * @param faults where API Management rejects it, or reads it differently than intended
 * @param notPlain the first part that API Management accepts, and XML readers reject or read differently: an
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
