package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.guid.Guid;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Parts of a configuration whose values in Azure are not known: a comparison with one is undecided, unless no value could make it
 * true. What was exported from Azure is known.
 *
 * @param byLayer ids that Azure chooses, as this machine chose them instead
 */
public record UnknownIds(Map<Layer, Set<String>> byLayer) {
    public UnknownIds {
        byLayer = Map.copyOf(byLayer);
    }

    public static UnknownIds none() {
        return of(Set.of());
    }

    public static UnknownIds of(Set<String> ids) {
        Map<Layer, Set<String>> all = new EnumMap<>(Layer.class);
        for (Layer layer : Layer.values()) {
            all.put(layer, Set.copyOf(ids));
        }
        return new UnknownIds(all);
    }

    /** Those that still occur in a layer's configuration. */
    UnknownIds keeping(Layer layer, Predicate<String> occurs) {
        Map<Layer, Set<String>> all = new EnumMap<>(byLayer);
        all.put(layer, in(layer).stream().filter(occurs).collect(Collectors.toUnmodifiableSet()));
        return new UnknownIds(all);
    }

    boolean contains(Layer layer, String id) {
        return in(layer).contains(id);
    }

    boolean isIn(String text) {
        return byLayer.values().stream().flatMap(Set::stream).anyMatch(text::contains);
    }

    /** Whether a configured value could be equal to a claim once its ids are the ones in Azure. */
    boolean canBecome(Layer layer, String written, String claim) {
        if (in(layer).stream().noneMatch(written::contains)) {
            return false;
        }
        String form = Pattern.quote(written);
        for (String id : in(layer)) {
            form = form.replace(id, "\\E" + Guid.FORM + "\\Q");
        }
        return Pattern.matches(form, claim);
    }

    private Set<String> in(Layer layer) {
        return byLayer.getOrDefault(layer, Set.of());
    }
}
