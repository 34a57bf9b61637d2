package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.LastError;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/**
 * A place in a policy document.
 *
 * @param path below the section, in Azure's form; empty for the section itself
 */
record PolicyLocation(String document, DocumentScope scope, Section section, String path) {

    /** The place of one of several siblings; siblings of the same name are counted from 1. */
    @SuppressWarnings("ReferenceEquality") // two equal siblings are two places
    PolicyLocation at(XmlElement element, List<XmlElement> siblings) {
        List<XmlElement> alike = siblings.stream()
                .filter(sibling -> sibling.name().equals(element.name()))
                .toList();
        int before =
                (int) alike.stream().takeWhile(sibling -> sibling != element).count();
        String index = alike.size() > 1 ? "[" + (before + 1) + "]" : "";
        String step = element.name() + index;
        return new PolicyLocation(document, scope, section, path.isEmpty() ? step : path + "\\" + step);
    }

    LastError.Place place(Optional<String> policyId) {
        return new LastError.Place(scope.title(), section.title(), path, policyId);
    }
}
