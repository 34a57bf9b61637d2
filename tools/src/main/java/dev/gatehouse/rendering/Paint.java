package dev.gatehouse.rendering;

/** The style of a word on a terminal (ECMA-48, select graphic rendition). */
public enum Paint {
    HEADING(1),
    GOOD(32),
    BAD(31),
    UNDECIDED(33),
    ASIDE(2),
    NONE(0);

    static final String END = "\u001b[0m";

    private final int code;

    Paint(int code) {
        this.code = code;
    }

    String start() {
        return "\u001b[" + code + "m";
    }
}
