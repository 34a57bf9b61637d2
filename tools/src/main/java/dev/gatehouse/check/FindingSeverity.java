package dev.gatehouse.check;

/** How grave a mistake is, the gravest first. */
public enum FindingSeverity {
    /** Callers or attackers get more than they should. */
    ERROR,
    /** A safeguard is missing, or something cannot work. */
    WARNING,
    /** Worth knowing. */
    NOTE
}
