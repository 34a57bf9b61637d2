package dev.gatehouse.check;

import java.util.Locale;

/** How grave a mistake is, the gravest first. */
public enum FindingSeverity {
    /** Callers or attackers get more than they should. */
    ERROR,
    /** A safeguard is missing, or something cannot work. */
    WARNING,
    /** Worth knowing. */
    NOTE;

    /** Whether it is as grave as another, or graver. */
    public boolean isAtLeast(FindingSeverity other) {
        return compareTo(other) <= 0;
    }

    /** As people and programs write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
