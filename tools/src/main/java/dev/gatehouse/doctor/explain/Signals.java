package dev.gatehouse.doctor.explain;

import dev.gatehouse.doctor.explain.Condition.Atom;
import dev.gatehouse.doctor.explain.Condition.Key;
import dev.gatehouse.doctor.explain.Condition.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The signals of a paste.
 *
 * @param byKey in the order of the text
 * @param phrases where the words of the catalogue are
 */
record Signals(Paste paste, Map<String, List<Signal>> byKey, Map<String, List<Integer>> phrases) {
    /** Two signals that are further apart do not belong together. */
    private static final int NEAR = 6_000;
    /** Between the parts of a sentence. */
    private static final int SENTENCE = 300;
    /** Of one key: a log repeats itself. */
    private static final int MOST = 100;

    /** The words at which the recognisers begin to read. */
    static Stream<String> anchors() {
        return Stream.of(CodeSignals.ALL, ExceptionSignals.ALL, AnswerSignals.ALL, DocumentSignals.ALL, SupportIds.ALL)
                .flatMap(List::stream)
                .flatMap(each -> each.words().stream());
    }

    static Signals in(Paste paste, PhraseIndex index) {
        Map<String, List<Integer>> places = index.in(paste.folded());
        Map<String, List<Signal>> byKey = new LinkedHashMap<>();
        Stream.of(
                        CodeSignals.in(paste.text(), places),
                        ExceptionSignals.in(paste.text(), places),
                        AnswerSignals.in(paste.text(), places),
                        DocumentSignals.in(paste.text(), places))
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Signal::at))
                .forEach(signal -> {
                    List<Signal> same = byKey.computeIfAbsent(signal.key(), k -> new ArrayList<>());
                    if (same.size() < MOST) {
                        same.add(signal);
                    }
                });
        return new Signals(paste, byKey, places);
    }

    Stream<Signal> of(Atom atom) {
        if (atom instanceof Words words) {
            return phrases.getOrDefault(words.parts().get(0), List.of()).stream()
                    .limit(MOST)
                    .filter(at -> goesOn(words, at))
                    .map(at -> Signal.of("words", at));
        }
        Key key = (Key) atom;
        return key.key().endsWith("*")
                ? byKey.values().stream().flatMap(List::stream).filter(key::fits)
                : byKey.getOrDefault(key.key(), List.of()).stream().filter(key::fits);
    }

    /** Where the last signal is whose key begins so; -1 if there is none. */
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
