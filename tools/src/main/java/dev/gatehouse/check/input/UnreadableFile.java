package dev.gatehouse.check.input;

/** A file, or a part of one, that could not be read, and what to do about it. */
public record UnreadableFile(String file, String why) {
    @Override
    public String toString() {
        return file + ": " + why;
    }
}
