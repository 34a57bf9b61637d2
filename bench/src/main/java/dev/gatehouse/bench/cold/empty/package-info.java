/** An app with one empty function, in a jar of its own when it is measured. */
@NullMarked
package dev.gatehouse.bench.cold.empty;

import org.jspecify.annotations.NullMarked;
