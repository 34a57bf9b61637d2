package dev.gatehouse.check.deployed;

import dev.gatehouse.deployment.arm.PartialText;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Places of a policy document in which something stands that is only known at run time, and may be any element. */
final class PolicyGaps {
    /** Those that hold a value, never elements: what is not known there is a value too. */
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

    /** Those that hold statements. */
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

    /** The first expression that may stand for elements. */
    static Optional<String> first(List<XmlElement> elements) {
        return elements.stream()
                .flatMap(XmlElement::all)
                .filter(element -> !OF_VALUES.contains(element.name()))
                .flatMap(element -> new PartialText(element.text()).unknown().stream())
                .findFirst();
    }

    /** The elements without the statements that have such a place in them. */
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
