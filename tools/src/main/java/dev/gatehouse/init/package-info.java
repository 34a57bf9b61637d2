/** Adds the guard to an existing app: finds its functions, writes its contract, edits its pom. Loads none of its classes. */
@NullMarked
package dev.gatehouse.init;

import org.jspecify.annotations.NullMarked;
