/** What the tools hide of texts that others wrote: one rule, on top of the guard's own. */
@NullMarked
package dev.gatehouse.secrets;

import org.jspecify.annotations.NullMarked;
