package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Set;

/** Children in the order that API Management's reference gives; items of a list may repeat. */
final class Order {
    private static final Set<String> REPEATED = Set.of("set-header", "metadata", "openid-config");

    private Order() {}

    static void check(XmlElement parent, List<String> names, Compilation compilation) {
        int reached = -1;
        for (XmlElement child : parent.children()) {
            int place = names.indexOf(child.name());
            boolean again = place == reached && !REPEATED.contains(child.name());
            if (place < reached || again) {
                throw compilation.refused(child, "is a duplicate or out of order; the order is " + names);
            }
            reached = place;
        }
    }
}
