package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.xml.XmlElement;
import java.util.Set;

/**
 * A supported policy: its form, its sections, and what it compiles to.
 *
 * @param sections where it is allowed
 */
record PolicyKind(String name, Set<Section> sections, Shape shape, Compiler compiler) {

    /** Compiles an element that already has the kind's shape. */
    @FunctionalInterface
    interface Compiler {
        Policy compile(XmlElement element, Compilation compilation);
    }

    PolicyKind {
        sections = Set.copyOf(sections);
    }
}
