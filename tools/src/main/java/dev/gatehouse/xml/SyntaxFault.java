package dev.gatehouse.xml;

/** Where a text is no well-formed XML, and in what way. */
public record SyntaxFault(Position position, String what) {}
