package dev.gatehouse.fixes;

/** @param needsNewToken whether it shows only in a token that is issued afterwards */
public record Fix(String text, boolean needsNewToken) {}
