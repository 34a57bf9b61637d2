/** Reads a user's input: of limited size; an error is one line. */
@NullMarked
package dev.gatehouse.input;

import org.jspecify.annotations.NullMarked;
