/** What the local gateway costs. */
@NullMarked
package dev.gatehouse.bench.gateway;

import org.jspecify.annotations.NullMarked;
