/** Finds what a checked file says in the text that a person wrote: lines and columns, comments. */
@NullMarked
package dev.gatehouse.check.source;

import org.jspecify.annotations.NullMarked;
