package dev.gatehouse.fixes;

import dev.gatehouse.chain.trace.Layer;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** One fix for each reason that a layer refuses a call with; {@code docs/troubleshooting.md} says more of the guard's. */
public final class Fixes {
    private static final String RESOURCE = "fixes.properties";
    private static final String GUARD = "guard.";
    private static final Properties ALL = read();
    private static final List<String> IN_NEW_TOKENS =
            List.of(ALL.getProperty("in-new-tokens").split(" ", -1));

    private Fixes() {}

    /**
     * The layer's own fix before the guard's for the same thing; empty for a reason that is not known.
     *
     * @param reason as the layer names it, or as the guard does
     */
    public static Optional<Fix> of(Layer layer, String reason) {
        String meaning = ALL.getProperty("means." + reason, reason);
        String own = ALL.getProperty(layer.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + meaning);
        return own != null && layer != Layer.GUARD
                ? Optional.of(new Fix(own, false))
                : Optional.ofNullable(ALL.getProperty(GUARD + meaning))
                        .map(text -> new Fix(text, IN_NEW_TOKENS.contains(meaning)));
    }

    /** The reasons of the guard that have a fix. */
    static Set<String> ofGuard() {
        return ALL.stringPropertyNames().stream()
                .filter(name -> name.startsWith(GUARD))
                .map(name -> name.substring(GUARD.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Properties read() {
        Properties all = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Fixes.class.getResourceAsStream(RESOURCE), RESOURCE), StandardCharsets.UTF_8)) {
            all.load(reader);
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", unreadable);
        }
    }
}
