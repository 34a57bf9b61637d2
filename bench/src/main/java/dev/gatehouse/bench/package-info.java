/** Measures the cost of Gatehouse; {@link dev.gatehouse.bench.Benchmarks} runs it all. */
@NullMarked
package dev.gatehouse.bench;

import org.jspecify.annotations.NullMarked;
