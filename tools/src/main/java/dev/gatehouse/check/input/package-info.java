/** Reads files and folders. */
@NullMarked
package dev.gatehouse.check.input;

import org.jspecify.annotations.NullMarked;
