package dev.gatehouse.doctor.explain;

import dev.gatehouse.doctor.explain.Condition.Atom;
import dev.gatehouse.doctor.explain.Condition.Key;
import dev.gatehouse.doctor.explain.Condition.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The signals of a paste, in the order of the text. What a person rules out ("it is not a CORS problem any more") is not among them. */
final class Signals {
    /** Two signals that are further apart do not belong together. */
    private static final int NEAR = 6_000;
    /** Between the parts of a sentence. */
    private static final int SENTENCE = 300;
    /** Of one key: a log repeats itself. */
    private static final int MOST = 100;

    private final Paste paste;
    private final Map<String, List<Signal>> byKey;
    private final Map<String, List<Integer>> phrases;
    private final Map<Atom, List<Signal>> found = new HashMap<>();
    private final Map<Integer, Boolean> said = new HashMap<>();

    private Signals(Paste paste, Map<String, List<Signal>> byKey, Map<String, List<Integer>> phrases) {
        this.paste = paste;
        this.byKey = byKey;
        this.phrases = phrases;
    }

    /** The words at which the recognisers begin to read. */
    static Stream<String> anchors() {
        return Stream.of(
                        CodeSignals.ALL,
                        ReasonSignals.ALL,
                        ExceptionSignals.ALL,
                        AnswerSignals.ALL,
                        DocumentSignals.ALL,
                        SupportIds.ALL)
                .flatMap(List::stream)
                .flatMap(each -> each.words().stream());
    }

    static Signals in(Paste paste, PhraseIndex index) {
        Map<String, List<Integer>> places = index.in(paste.folded());
        Map<String, List<Signal>> byKey = new LinkedHashMap<>();
        Stream.of(
                        CodeSignals.in(paste.text(), places),
                        ReasonSignals.in(paste.text(), places),
                        ExceptionSignals.in(paste.text(), places),
                        AnswerSignals.in(paste.text(), places),
                        DocumentSignals.in(paste.text(), places))
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Signal::at))
                .forEach(signal -> {
                    List<Signal> same = byKey.computeIfAbsent(signal.key(), k -> new ArrayList<>());
                    if (same.size() < MOST && !Prose.denies(paste, signal.at())) {
                        same.add(signal);
                    }
                });
        byKey.values().removeIf(List::isEmpty);
        return new Signals(paste, byKey, places);
    }

    Map<String, List<Signal>> byKey() {
        return byKey;
    }

    /** Where the words of the catalogue are. */
    Map<String, List<Integer>> phrases() {
        return phrases;
    }

    /** Whether a person mentions what is at that place. */
    boolean isSaid(int at) {
        return said.computeIfAbsent(at, place -> Prose.says(paste, place));
    }

    /** Each part of a condition is asked for many times, and found once. */
    Stream<Signal> of(Atom atom) {
        return found.computeIfAbsent(atom, each -> seen(each).toList()).stream();
    }

    private Stream<Signal> seen(Atom atom) {
        if (atom instanceof Words words) {
            return phrases.getOrDefault(words.parts().get(0), List.of()).stream()
                    .limit(MOST)
                    .filter(at -> isWhole(words.parts().get(0), at) && goesOn(words, at))
                    .filter(at -> !Prose.denies(paste, at))
                    .map(at -> Signal.of("words", at));
        }
        Key key = (Key) atom;
        return key.key().endsWith("*")
                ? byKey.values().stream().flatMap(List::stream).filter(key::fits)
                : byKey.getOrDefault(key.key(), List.of()).stream().filter(key::fits);
    }

    /** Where the last signal is whose key begins so; -1 if no key does. */
    int last(String key) {
        return byKey.values().stream()
                .flatMap(List::stream)
                .filter(signal -> signal.key().startsWith(key))
                .mapToInt(Signal::at)
                .max()
                .orElse(-1);
    }

    boolean near(Atom atom, int at) {
        return of(atom).anyMatch(signal -> Math.abs(signal.at() - at) < NEAR);
    }

    /** Neither the end of a longer word nor, for a number, the beginning of a longer one. */
    private boolean isWhole(String part, int at) {
        String all = paste.folded();
        int end = at + part.length();
        boolean begins = at == 0 || !isOfWord(part.charAt(0)) || !isOfWord(all.charAt(at - 1));
        boolean ends = end >= all.length()
                || !Character.isDigit(part.charAt(part.length() - 1))
                || !Character.isDigit(all.charAt(end));
        return begins && ends;
    }

    private static boolean isOfWord(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z';
    }

    private boolean goesOn(Words words, int begin) {
        int from = begin + words.parts().get(0).length();
        for (String part : words.parts().subList(1, words.parts().size())) {
            int next = paste.folded()
                    .substring(from, Math.min(paste.folded().length(), from + SENTENCE))
                    .indexOf(part);
            if (next < 0) {
                return false;
            }
            from += next + part.length();
        }
        return true;
    }
}
