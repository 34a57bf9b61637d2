package dev.gatehouse.doctor.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that is tried only where one of its fixed words is: on a large text, trying it everywhere takes seconds.
 *
 * @param before how many characters in front of the word a match may begin
 * @param words in small letters
 */
record Anchored(Pattern pattern, int before, List<String> words) {
    /** A match does not begin later, nor end further away. */
    private static final int LONGEST = 1_200;

    static Anchored of(String pattern, int before, String... words) {
        return new Anchored(Pattern.compile(pattern, Pattern.MULTILINE), before, List.of(words));
    }

    /** The matches in the order of the text, without overlaps. */
    List<MatchResult> in(String text, Map<String, List<Integer>> places) {
        List<MatchResult> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        int end = 0;
        int[] sorted = words.stream()
                .flatMap(word -> places.getOrDefault(word, List.of()).stream())
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        for (int at : sorted) {
            int from = Math.max(end, at - before);
            if (from <= at && begins(matcher, from, at, text.length())) {
                found.add(matcher.toMatchResult());
                end = matcher.end();
            }
        }
        return found;
    }

    private boolean begins(Matcher matcher, int from, int at, int length) {
        for (int begin = from; begin <= at; begin++) {
            if (matcher.region(begin, Math.min(length, at + LONGEST)).lookingAt()) {
                return true;
            }
        }
        return false;
    }
}
