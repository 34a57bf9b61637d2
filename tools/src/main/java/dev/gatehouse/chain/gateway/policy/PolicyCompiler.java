package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.xml.Scanned;
import dev.gatehouse.xml.SyntaxFault;
import dev.gatehouse.xml.XmlElement;
import dev.gatehouse.xml.XmlScanner;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compiles policy documents into pipelines, or reports all faults. */
public final class PolicyCompiler {
    private final PolicyEnvironment deployment;

    public PolicyCompiler(PolicyEnvironment deployment) {
        this.deployment = deployment;
    }

    /**
     * Compiles a document.
     *
     * @param broader the pipeline of the next broader scope; empty for the global document
     * @throws PolicyRefused when anything in it is not supported
     */
    public Pipeline compile(PolicySource source, DocumentScope scope, Optional<Pipeline> broader) {
        List<PolicyFault> faults = new ArrayList<>();
        XmlElement root = deployment.namedValues().filled(read(source), source.name(), faults);
        faults.addAll(Outline.faults(root, source.name()));
        stop(faults, source);
        Map<Section, Sequence> sections = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            try {
                Compilation compilation =
                        new Compilation(new PolicyLocation(source.name(), scope, section, ""), deployment, broader);
                sections.put(
                        section,
                        compilation.sequence(
                                root.children(section.title()).get(0).children()));
            } catch (PolicyRefused refused) {
                faults.addAll(refused.faults());
            }
        }
        stop(faults, source);
        return new Pipeline(sections);
    }

    private XmlElement read(PolicySource source) {
        Sku sku = deployment.sku();
        if (!sku.takes(source)) {
            String why = "is larger than the " + sku.largestDocumentKib() + " KiB of tier " + sku.title();
            throw new PolicyRefused(List.of(new PolicyFault(source.name(), 1, "the document", why)));
        }
        return PolicyXml.read(source);
    }

    private static void stop(List<PolicyFault> faults, PolicySource source) {
        if (!faults.isEmpty()) {
            throw new PolicyRefused(faults.stream()
                    .map(fault -> fault.quotingOnly(source.text()))
                    .toList());
        }
    }

    /** Accepts only policy XML that every XML parser reads in the same way. */
    private static final class PolicyXml {
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
}
