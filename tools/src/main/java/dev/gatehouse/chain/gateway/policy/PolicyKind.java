package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.xml.XmlElement;
import java.util.Set;

/**
 * A policy that is executed: how it is written, where, and what it compiles to.
 *
 * @param sections where it may stand
 */
record PolicyKind(String name, Set<Section> sections, Shape shape, Compiler compiler) {

    /** Makes a policy of an element that already has the kind's shape. */
    @FunctionalInterface
    interface Compiler {
        Policy compile(XmlElement element, Compilation compilation);
    }

    PolicyKind {
        sections = Set.copyOf(sections);
    }
}
