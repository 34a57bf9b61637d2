package dev.gatehouse.xml;

/** A place in a text; line and column are counted from 1. */
public record Position(int line, int column) {}
