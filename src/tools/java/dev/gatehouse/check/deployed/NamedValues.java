package dev.gatehouse.check.deployed;

import dev.gatehouse.arm.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The gateway's named values, which {@code {{name}}} stands for in policies. */
public final class NamedValues {
    public static final String TYPE = "Microsoft.ApiManagement/service/namedValues";

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}]+?)\\s*}}");

    private final Map<String, String> marked = new HashMap<>();

    NamedValues(List<Resource> resources) {
        resources.stream().filter(resource -> resource.is(TYPE)).forEach(this::add);
    }

    private void add(Resource resource) {
        Value displayName = resource.at("properties.displayName");
        String name =
                displayName.isAbsent() ? resource.ownName() : displayName.text().marked();
        Value value = resource.at("properties.value");
        boolean secret = resource.at("properties.secret").node().asBoolean() || value.isAbsent();
        marked.put(name, secret ? unknown(name) : value.text().marked());
    }

    /** The text with every known value filled in, and every other marked. */
    String filled(String text) {
        return PLACE.matcher(text)
                .replaceAll(place ->
                        Matcher.quoteReplacement(marked.getOrDefault(place.group(1), unknown(place.group(1)))));
    }

    /** The names that a text refers to, and that are not defined. */
    public Set<String> missing(String text) {
        Set<String> missing = new TreeSet<>();
        PLACE.matcher(text).results().map(place -> place.group(1)).forEach(missing::add);
        missing.removeAll(marked.keySet());
        return missing;
    }

    private static String unknown(String name) {
        return Text.unknown("{{" + name + "}}").marked();
    }
}
