/** Hides secrets in texts from outside: one rule, based on the guard's own. */
@NullMarked
package dev.gatehouse.secrets;

import org.jspecify.annotations.NullMarked;
