package dev.gatehouse.doctor.explain;

import java.util.Map;

/**
 * A fact in a pasted text.
 *
 * @param key such as {@code AADSTS500011}, {@code exception:NoSuchMethodError}, {@code answer:easy-auth}
 * @param at its place in the examined text
 * @param details by name, such as the resource that a message names
 * @param cause its place in a chain of causes
 */
record Signal(String key, int at, Map<String, String> details, CausedBy cause) {
    Signal {
        details = Map.copyOf(details);
    }

    static Signal of(String key, int at, Map<String, String> details) {
        return new Signal(key, at, details, new CausedBy(at, 0));
    }

    static Signal of(String key, int at) {
        return of(key, at, Map.of());
    }

    /**
     * A place in the chain of an exception's causes.
     *
     * @param begin where the outermost exception is
     * @param depth 0 for the outermost
     */
    record CausedBy(int begin, int depth) {}
}
