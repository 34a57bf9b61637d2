/** An app with one empty function, in a separate jar when it is measured. */
@NullMarked
package dev.gatehouse.bench.cold.empty;

import org.jspecify.annotations.NullMarked;
