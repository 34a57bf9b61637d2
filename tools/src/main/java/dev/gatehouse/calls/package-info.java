/** Calls and their verdicts: one kind of row for the demonstration and the probe, and its table for people and for programs. */
@NullMarked
package dev.gatehouse.calls;

import org.jspecify.annotations.NullMarked;
