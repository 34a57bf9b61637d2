/** Whether a call's cost and the app's memory grow with tokens and operations. */
@NullMarked
package dev.gatehouse.bench.growth;

import org.jspecify.annotations.NullMarked;
