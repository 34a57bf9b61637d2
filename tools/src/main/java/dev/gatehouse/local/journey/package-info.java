/** The journey of a request through the chain: which rule of which layer said what. Knows the layers by name only. */
@NullMarked
package dev.gatehouse.local.journey;

import org.jspecify.annotations.NullMarked;
