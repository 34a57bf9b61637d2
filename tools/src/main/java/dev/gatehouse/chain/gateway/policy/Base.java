package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.xml.XmlElement;
import java.util.EnumSet;

/** {@code base}: the policies of the next broader scope in this section. */
final class Base {
    static final PolicyKind KIND = new PolicyKind("base", EnumSet.allOf(Section.class), Shape.empty(), Base::compile);

    private Base() {}

    private static Policy compile(XmlElement element, Compilation compilation) {
        return compilation
                .broader()
                .orElseThrow(() -> compilation.refused(element, "has no effect: there is no broader scope"))
                .section(compilation.section());
    }
}
