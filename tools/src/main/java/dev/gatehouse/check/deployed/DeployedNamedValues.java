package dev.gatehouse.check.deployed;

import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import dev.gatehouse.deployment.arm.PartialText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The gateway's named values, which {@code {{name}}} refers to in policies. */
public final class DeployedNamedValues {
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9._-]+?)\\s*}}");

    /** The places of a template are the template's own. */
    private static final Pattern LIQUID =
            Pattern.compile("(?s)<set-body\\b[^>]*\\btemplate\\s*=\\s*[\"']liquid[\"'].*?</set-body>");

    /** Names have no case. */
    private final Map<String, String> marked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private final Set<String> certain = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> secret = new HashSet<>();
    private final List<String> unnamed = new ArrayList<>();

    DeployedNamedValues(List<DeployedResource> resources) {
        resources.stream()
                .filter(resource -> resource.is(ResourceTypes.NAMED_VALUE))
                .forEach(this::add);
    }

    private void add(DeployedResource resource) {
        ResourceValue displayName = resource.at("properties.displayName");
        String name =
                displayName.isAbsent() ? resource.ownName() : displayName.text().marked();
        new PartialText(name).unknown().ifPresent(unnamed::add);
        ResourceValue value = resource.at("properties.value");
        boolean hidden = resource.at("properties.secret").node().asBoolean() || value.isAbsent();
        marked.put(name, hidden ? unknown(name) : value.text().marked());
        if (hidden) {
            secret.add(name);
        }
        if (resource.condition().isEmpty()) {
            certain.add(name);
        }
    }

    /** The text with every known value filled in, and every other marked. */
    String filled(String text) {
        return PLACE.matcher(text)
                .replaceAll(place ->
                        Matcher.quoteReplacement(marked.getOrDefault(place.group(1), unknown(place.group(1)))));
    }

    /** The names that a text refers to, and that are not defined. */
    public Set<String> missing(String text) {
        Set<String> missing = named(text);
        missing.removeIf(marked::containsKey);
        return missing;
    }

    /** The names that a text refers to, and that are defined on a condition only. */
    public Set<String> uncertain(String text) {
        Set<String> uncertain = named(text);
        uncertain.removeIf(name -> !marked.containsKey(name) || certain.contains(name));
        return uncertain;
    }

    /** The expression that makes a name unknown. */
    public Optional<String> unnamed() {
        return unnamed.stream().findFirst();
    }

    /** The names of secret values. */
    public Set<String> secret() {
        return Set.copyOf(secret);
    }

    private static Set<String> named(String text) {
        return PLACE.matcher(LIQUID.matcher(text).replaceAll(""))
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String unknown(String name) {
        return PartialText.unknown("{{" + name + "}}").marked();
    }
}
