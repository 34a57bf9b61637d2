package dev.gatehouse.xml;

/** Where a text is not well-formed XML, and why. */
public record SyntaxFault(Position position, String what) {}
