package dev.gatehouse.doctor.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds many phrases in a text in one pass (Aho and Corasick, CACM 18(6), 1975). */
final class PhraseIndex {
    private final Map<Character, Integer> classes = new HashMap<>();
    private final char[] classOf = new char[Character.MAX_VALUE + 1];
    private final List<int[]> next = new ArrayList<>();
    private final List<List<String>> ends = new ArrayList<>();

    /** @param phrases in small letters */
    PhraseIndex(Collection<String> phrases) {
        phrases.forEach(
                phrase -> phrase.chars().forEach(c -> classes.computeIfAbsent((char) c, k -> classes.size() + 1)));
        classes.forEach((c, number) -> classOf[c] = (char) number.intValue());
        node();
        phrases.stream().distinct().forEach(this::add);
        link();
    }

    /** Where each phrase begins, in order; a phrase that is not in the text is not in the map. */
    Map<String, List<Integer>> in(String folded) {
        Map<String, List<Integer>> found = new HashMap<>();
        int state = 0;
        for (int i = 0; i < folded.length(); i++) {
            state = next.get(state)[classOf[folded.charAt(i)]];
            for (String phrase : ends.get(state)) {
                found.computeIfAbsent(phrase, k -> new ArrayList<>()).add(i - phrase.length() + 1);
            }
        }
        return found;
    }

    private int node() {
        next.add(new int[classes.size() + 1]);
        ends.add(new ArrayList<>(1));
        return next.size() - 1;
    }

    private void add(String phrase) {
        int state = 0;
        for (int i = 0; i < phrase.length(); i++) {
            int c = classOf[phrase.charAt(i)];
            if (next.get(state)[c] == 0) {
                next.get(state)[c] = node();
            }
            state = next.get(state)[c];
        }
        ends.get(state).add(phrase);
    }

    /** Completes the transitions, breadth first: where a phrase goes on no longer, its longest suffix does. */
    private void link() {
        int[] suffix = new int[next.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int child : next.get(0)) {
            if (child != 0) {
                open.add(child);
            }
        }
        while (!open.isEmpty()) {
            int state = open.remove();
            ends.get(state).addAll(ends.get(suffix[state]));
            for (int c = 0; c <= classes.size(); c++) {
                int child = next.get(state)[c];
                int other = next.get(suffix[state])[c];
                if (child == 0) {
                    next.get(state)[c] = other;
                } else {
                    suffix[child] = other;
                    open.add(child);
                }
            }
        }
    }
}
