package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.xml.XmlElement;
import java.util.Optional;

/** Reads attributes that have a fixed form and may not be expressions. */
record Attributes(XmlElement element, Compilation compilation) {

    /** A header's name. */
    Optional<String> fieldName(String attribute) {
        Optional<String> name = compilation.literal(element, attribute);
        if (name.filter(text -> !Headers.isName(text)).isPresent()) {
            throw compilation.refused(element, attribute, "is not a valid header name");
        }
        return name;
    }

    /** True or false. */
    boolean flag(String attribute, boolean otherwise) {
        String text = compilation.literal(element, attribute).orElse(Boolean.toString(otherwise));
        if (!text.equals("true") && !text.equals("false")) {
            throw compilation.refused(element, attribute, "must be true or false");
        }
        return text.equals("true");
    }

    /** A required whole number. */
    int number(String attribute, int least, int most) {
        try {
            int number = Integer.parseInt(compilation.needed(element, attribute));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw compilation.refused(element, attribute, "is not a number");
        }
        throw compilation.refused(element, attribute, "must be between " + least + " and " + most);
    }
}
