package dev.gatehouse.doctor.explain;

import dev.gatehouse.doctor.explain.KnownCause.Alternative;
import dev.gatehouse.doctor.explain.KnownCause.Confidence;
import dev.gatehouse.doctor.explain.KnownCause.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The known causes, from the resource files of this package. */
record CauseCatalogue(Map<String, KnownCause> causes, PhraseIndex phrases) {
    private static final List<String> FILES = List.of(
            "entra",
            "sign-in",
            "customers",
            "clients",
            "tokens",
            "gateway",
            "easy-auth",
            "host",
            "java",
            "deployment",
            "pipelines",
            "network",
            "answers",
            "outside",
            "inputs");
    private static final String DEFAULTS = "defaults";
    /** Of a cause that does not say: 0 comes first. */
    private static final String MIDDLE = "5";

    static CauseCatalogue read() {
        Map<String, KnownCause> causes = Stream.concat(
                        FILES.stream().flatMap(file -> read(file).stream()), GuardCauses.all().stream())
                .collect(Collectors.toMap(
                        KnownCause::id,
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalStateException("duplicate cause " + one.id());
                        },
                        LinkedHashMap::new));
        return new CauseCatalogue(
                causes,
                new PhraseIndex(Stream.concat(
                                Signals.anchors(),
                                causes.values().stream()
                                        .flatMap(cause -> Stream.concat(cause.when().stream(), cause.unless().stream()))
                                        .flatMap(Condition::phrases))
                        .collect(Collectors.toSet())));
    }

    private static List<KnownCause> read(String file) {
        List<KnownCause> causes = new ArrayList<>();
        Map<String, List<String>> defaults = Map.of();
        for (String block : text(file).split("\n\\s*\n", -1)) {
            Map<String, List<String>> fields = fields(block);
            if (fields.containsKey(DEFAULTS)) {
                defaults = fields;
            } else if (!fields.isEmpty()) {
                Map<String, List<String>> all = new LinkedHashMap<>(defaults);
                all.putAll(fields);
                causes.add(cause(all));
            }
        }
        return causes;
    }

    private static String text(String file) {
        String name = file + ".txt";
        try (InputStream in = Objects.requireNonNull(CauseCatalogue.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read", unreadable);
        }
    }

    /** Lines {@code name: value}; a line that begins with a space continues the one before. */
    private static Map<String, List<String>> fields(String block) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        String name = "";
        for (String line : block.lines()
                .filter(each -> !each.startsWith("#") && !each.isBlank())
                .toList()) {
            if (line.startsWith(" ")) {
                List<String> values = Objects.requireNonNull(fields.get(name), line);
                values.set(values.size() - 1, values.get(values.size() - 1) + " " + line.strip());
            } else {
                int colon = line.indexOf(':');
                name = line.substring(0, colon);
                fields.computeIfAbsent(name, k -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private static KnownCause cause(Map<String, List<String>> fields) {
        Function<String, String> one = name -> String.join(" ", fields.getOrDefault(name, List.of()));
        Function<String, List<Condition>> conditions = name -> fields.getOrDefault(name, List.of()).stream()
                .map(Condition::parse)
                .toList();
        return new KnownCause(
                one.apply("cause"),
                Role.valueOf(
                        fields.getOrDefault("role", List.of("cause")).get(0).toUpperCase(Locale.ROOT)),
                Integer.parseInt(fields.getOrDefault("rank", List.of(MIDDLE)).get(0)),
                conditions.apply("when"),
                conditions.apply("unless"),
                fields.getOrDefault("hides", List.of()),
                new KnownCause.Text(
                        one.apply("layer"),
                        Confidence.valueOf(fields.getOrDefault("confidence", List.of("likely"))
                                .get(0)
                                .toUpperCase(Locale.ROOT)),
                        one.apply("means"),
                        fields.getOrDefault("or", List.of()).stream()
                                .map(CauseCatalogue::alternative)
                                .toList(),
                        one.apply("fix"),
                        one.apply("who"),
                        one.apply("where"),
                        one.apply("source"),
                        one.apply("heading"),
                        fields.getOrDefault("quote", List.of())));
    }

    private static Alternative alternative(String text) {
        int bar = text.indexOf(" | ");
        return bar < 0 ? new Alternative(text, "") : new Alternative(text.substring(0, bar), text.substring(bar + 3));
    }
}
