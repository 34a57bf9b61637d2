package dev.gatehouse.doctor.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Signals that are near each other, such as {@code AADSTS500011[resource=* /.default] & "managed identity"}: keys, with details in
 * brackets ({@code *} is any text, {@code !=} excludes), and fixed words in quotation marks ({@code *} is at most a sentence).
 *
 * @param atoms the first one is where the cause is seen
 */
record Condition(List<Atom> atoms) {
    /** The number of conditions decides, then the length of the words. */
    private static final int PRESENT = 1_000;

    private static final int ABSENT = 500;
    private static final Pattern AND = Pattern.compile(" & (?=(?:[^\"]*+\"[^\"]*+\")*+[^\"]*+$)");
    private static final Pattern ATOM = Pattern.compile("(!?)(?:\"([^\"]+)\"|([\\w:.-]+\\*?)(?:\\[(.+)])?)");

    Condition {
        atoms = List.copyOf(atoms);
    }

    /** @throws IllegalArgumentException when it is not in the form above */
    static Condition parse(String text) {
        List<Atom> atoms = new ArrayList<>();
        for (String part : AND.split(text)) {
            Matcher atom = ATOM.matcher(part.strip());
            if (!atom.matches()) {
                throw new IllegalArgumentException("not a condition: " + part);
            }
            boolean absent = !atom.group(1).isEmpty();
            atoms.add(
                    atom.group(2) != null
                            ? new Words(absent, parts(atom.group(2)))
                            : new Key(
                                    absent,
                                    atom.group(3),
                                    atom.group(4) == null ? List.of() : Detail.all(atom.group(4))));
        }
        return new Condition(atoms);
    }

    private static List<String> parts(String words) {
        return Arrays.stream(words.split("\\*", -1)).map(PasteReader::phrase).toList();
    }

    /** The more is asked for, the better it fits. */
    int weight() {
        return atoms.stream().mapToInt(Atom::weight).sum();
    }

    Stream<String> phrases() {
        return atoms.stream()
                .flatMap(atom ->
                        atom instanceof Words words ? Stream.of(words.parts().get(0)) : Stream.empty());
    }

    /** Whether it asks for this signal. */
    boolean names(Signal signal) {
        return atoms.stream().anyMatch(atom -> atom instanceof Key key && !key.absent() && key.isNamed(signal.key()));
    }

    Stream<Signal> in(Signals signals) {
        return signals.of(atoms.get(0))
                .filter(seen ->
                        atoms.stream().skip(1).allMatch(atom -> signals.near(atom, seen.at()) != atom.absent()));
    }

    /** One part of a condition. */
    sealed interface Atom {
        boolean absent();

        int weight();
    }

    /** @param key may end in {@code *} */
    record Key(boolean absent, String key, List<Detail> details) implements Atom {
        @Override
        public int weight() {
            return absent ? ABSENT : PRESENT * (1 + details.size());
        }

        boolean isNamed(String other) {
            return key.endsWith("*") ? other.startsWith(key.substring(0, key.length() - 1)) : other.equals(key);
        }

        boolean fits(Signal signal) {
            return isNamed(signal.key()) && details.stream().allMatch(detail -> detail.fits(signal.details()));
        }
    }

    /** @param parts in small letters, in this order */
    record Words(boolean absent, List<String> parts) implements Atom {
        @Override
        public int weight() {
            return absent
                    ? ABSENT
                    : PRESENT + parts.stream().mapToInt(String::length).sum();
        }
    }

    /**
     * A detail of a signal.
     *
     * @param text as it is written in the catalogue
     */
    record Detail(String text, String name, boolean equal, Pattern value) {
        static List<Detail> all(String text) {
            return Arrays.stream(text.split(", ")).map(Detail::parse).toList();
        }

        private static Detail parse(String text) {
            int sign = text.indexOf('=');
            boolean equal = text.charAt(sign - 1) != '!';
            String glob = Pattern.quote(text.substring(sign + 1)).replace("*", "\\E.*\\Q");
            return new Detail(
                    text,
                    text.substring(0, equal ? sign : sign - 1),
                    equal,
                    Pattern.compile(glob, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
        }

        @Override
        public String toString() {
            return text;
        }

        boolean fits(Map<String, String> details) {
            return Optional.ofNullable(details.get(name))
                            .filter(found -> value.matcher(found).matches())
                            .isPresent()
                    == equal;
        }
    }
}
