package dev.gatehouse.rendering;

/** A short text, still without its colour. */
public record Cell(String text, Paint paint) {
    public static Cell of(String text) {
        return new Cell(text, Paint.NONE);
    }
}
