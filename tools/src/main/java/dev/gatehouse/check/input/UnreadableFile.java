package dev.gatehouse.check.input;

/** A file, or a part of one, that could not be read, why, and what to do. */
public record UnreadableFile(String file, String why) {
    @Override
    public String toString() {
        return file + ": " + why;
    }
}
