package dev.gatehouse.doctor.explain;

import java.util.List;
import java.util.Locale;

/**
 * A cause in the catalogue.
 *
 * @param id such as {@code entra.resource-not-found}
 * @param when each of these recognises it
 * @param unless none of these may be nearby
 * @param text for people
 */
record KnownCause(
        String id, Role role, int rank, List<Condition> when, List<Condition> unless, List<String> hides, Text text) {
    KnownCause {
        when = List.copyOf(when);
        unless = List.copyOf(unless);
        hides = List.copyOf(hides);
    }

    /** What a signal is for the diagnosis, the most telling first. */
    enum Role {
        CAUSE,
        /** What a caller sees of it: a status, a failed build. */
        SYMPTOM,
        /** Input for another command. */
        INPUT,
        /** Looks like an error, but is not. */
        NOISE
    }

    /** How sure the diagnosis is where its signals are there. */
    enum Confidence {
        CERTAIN,
        LIKELY,
        POSSIBLE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What people read. {@code {name|otherwise}} stands for a detail of the signal.
     *
     * @param means what happened, in one or two sentences
     * @param likely other causes in order, each with how to tell it apart
     * @param who can apply the fix
     * @param where, such as a blade of the portal, or a file
     * @param source the address of the page that decides
     * @param heading in {@code docs/troubleshooting.md}
     * @param quote ids that support asks for
     */
    record Text(
            String layer,
            Confidence confidence,
            String means,
            List<Alternative> likely,
            String fix,
            String who,
            String where,
            String source,
            String heading,
            List<String> quote) {
        Text {
            likely = List.copyOf(likely);
            quote = List.copyOf(quote);
        }
    }

    /** @param tell how to see that it is this one */
    record Alternative(String cause, String tell) {}

    /** Whether it explains another one, so that the other is a consequence. */
    boolean explains(KnownCause other) {
        return !other.id.equals(id)
                && hides.stream()
                        .anyMatch(hidden -> hidden.endsWith("*")
                                ? other.id.startsWith(hidden.substring(0, hidden.length() - 1))
                                : other.id.equals(hidden));
    }
}
