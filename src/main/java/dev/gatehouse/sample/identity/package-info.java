/** What the guard knows of a caller, told to the caller. */
@NullMarked
package dev.gatehouse.sample.identity;

import org.jspecify.annotations.NullMarked;
