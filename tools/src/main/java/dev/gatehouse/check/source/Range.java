package dev.gatehouse.check.source;

/** A part of a text, by offsets. */
record Range(int from, int to) {
    boolean has(int offset) {
        return from <= offset && offset < to;
    }
}
