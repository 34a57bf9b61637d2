package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.xml.XmlElement;
import java.util.EnumSet;

/** {@code base}: what the next broader scope does in this section. */
final class Base {
    static final PolicyKind KIND = new PolicyKind("base", EnumSet.allOf(Section.class), Shape.empty(), Base::compile);

    private Base() {}

    private static Policy compile(XmlElement element, Compilation compilation) {
        return compilation
                .broader()
                .orElseThrow(() -> compilation.refused(element, "has no broader scope to stand for"))
                .section(compilation.section());
    }
}
