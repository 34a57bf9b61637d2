package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The named values of a deployment; {@code {{name}}} in attributes, texts and expressions is replaced by the value. */
public record NamedValues(Map<String, String> values) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

    public NamedValues {
        values = Map.copyOf(values);
    }

    /** The element with every reference replaced; faults are added to the list. */
    XmlElement filled(XmlElement element, String document, List<PolicyFault> faults) {
        Map<String, String> attributes = new LinkedHashMap<>();
        element.tag()
                .attributes()
                .forEach((name, text) -> attributes.put(
                        name,
                        filled(
                                text,
                                why -> faults.add(new PolicyFault(
                                        document,
                                        element.line(),
                                        element.shown() + " attribute '" + name + "'",
                                        why)))));
        List<XmlElement> children = new ArrayList<>();
        element.children().forEach(child -> children.add(filled(child, document, faults)));
        String text = filled(
                element.text(),
                why -> faults.add(new PolicyFault(document, element.line(), element.shown() + " text", why)));
        return new XmlElement(new XmlElement.Tag(element.name(), attributes, element.position()), children, text);
    }

    /** A text with every reference replaced. References in values are not replaced: named values do not nest. */
    public String filled(String text, Consumer<String> fault) {
        Matcher places = PLACE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (places.find()) {
            Optional<String> value = Optional.ofNullable(values.get(places.group(1)));
            if (value.isEmpty()) {
                fault.accept("uses the named value '" + places.group(1) + "', which is not defined");
            } else if (value.get().contains("{{")) {
                fault.accept("uses the named value '" + places.group(1)
                        + "', which contains another one; named values cannot be nested");
            }
            places.appendReplacement(filled, Matcher.quoteReplacement(value.orElse("")));
        }
        places.appendTail(filled);
        if (filled.indexOf("{{") >= 0) {
            fault.accept("contains a {{ without the name of a value");
        }
        return filled.toString();
    }

    /** A text with the known references replaced. */
    public String filledAsKnown(String text) {
        return filled(text, why -> {});
    }

    /** The names only: values may be secret. */
    @Override
    public String toString() {
        return "named values " + values.keySet();
    }
}
