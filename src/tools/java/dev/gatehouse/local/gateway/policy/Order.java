package dev.gatehouse.local.gateway.policy;

import java.util.List;

/** Children in the order that API Management's reference gives; all but {@code set-header} at most once. */
final class Order {
    private Order() {}

    static void check(Element parent, List<String> names, Compilation compilation) {
        int reached = -1;
        for (Element child : parent.children()) {
            int place = names.indexOf(child.name());
            boolean again = place == reached && !child.name().equals("set-header");
            if (place < reached || again) {
                throw compilation.refused(child, "stands twice or out of order; the order is " + names);
            }
            reached = place;
        }
    }
}
