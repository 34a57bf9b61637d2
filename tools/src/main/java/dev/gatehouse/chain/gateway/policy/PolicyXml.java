package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.xml.Scanned;
import dev.gatehouse.xml.SyntaxFault;
import dev.gatehouse.xml.XmlElement;
import dev.gatehouse.xml.XmlScanner;
import java.util.List;
import java.util.stream.Stream;

/** Accepts only policy XML that every XML parser reads in the same way. */
final class PolicyXml {
    private PolicyXml() {}

    /**
     * Reads a document's root.
     *
     * @throws PolicyRefused when it is not plain, well-formed XML
     */
    static XmlElement read(PolicySource source) {
        Scanned scanned = XmlScanner.scan(source.text());
        List<PolicyFault> faults = Stream.concat(
                        scanned.faults().stream().map(fault -> fault(source, fault, "is not well-formed XML: ")),
                        scanned.notPlain().stream().map(fault -> fault(source, fault, "is not plain XML: ")))
                .toList();
        if (!faults.isEmpty()) {
            throw new PolicyRefused(faults);
        }
        return scanned.roots().stream()
                .findFirst()
                .orElseThrow(() -> new PolicyRefused(
                        List.of(new PolicyFault(source.name(), 1, "the document", "contains no element"))));
    }

    private static PolicyFault fault(PolicySource source, SyntaxFault fault, String kind) {
        return new PolicyFault(source.name(), fault.position().line(), "the document", kind + fault.what());
    }
}
