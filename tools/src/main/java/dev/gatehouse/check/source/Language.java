package dev.gatehouse.check.source;

/** What strings begin with, and what ends an item besides a closing bracket. Comments are the same. */
enum Language {
    /** With the comments that templates may have. */
    JSON('"', ','),
    BICEP('\'', '\n');

    private final char quote;
    private final char end;

    Language(char quote, char end) {
        this.quote = quote;
        this.end = end;
    }

    char quote() {
        return quote;
    }

    char end() {
        return end;
    }
}
