package dev.gatehouse.check.deployed;

import dev.gatehouse.deployment.arm.PartialText;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Places of a policy document whose content is only known at run time and may be any element. */
final class PolicyGaps {
    /** Elements that contain a value, never elements: what is not known there is a value too. */
    private static final Set<String> OF_VALUES = Set.of(
            "audience",
            "issuer",
            "application-id",
            "value",
            "key",
            "origin",
            "method",
            "header",
            "message",
            "metadata",
            "set-body",
            "set-url",
            "set-method",
            "vary-by-header",
            "vary-by-query-parameter");

    /** Elements that contain statements. */
    private static final Set<String> OF_STATEMENTS = Set.of(
            "policies",
            "fragment",
            "inbound",
            "backend",
            "outbound",
            "on-error",
            "choose",
            "when",
            "otherwise",
            "retry",
            "wait",
            "limit-concurrency");

    private PolicyGaps() {}

    /** The first expression that may become elements. */
    static Optional<String> first(List<XmlElement> elements) {
        return elements.stream()
                .flatMap(XmlElement::all)
                .filter(element -> !OF_VALUES.contains(element.name()))
                .flatMap(element -> new PartialText(element.text()).unknown().stream())
                .findFirst();
    }

    /** The elements without the statements that contain such a place. */
    static List<XmlElement> without(List<XmlElement> elements) {
        return elements.stream()
                .filter(element -> OF_STATEMENTS.contains(element.name())
                        || first(List.of(element)).isEmpty())
                .map(element -> new XmlElement(
                        element.tag(),
                        OF_STATEMENTS.contains(element.name()) ? without(element.children()) : element.children(),
                        element.text()))
                .toList();
    }
}
