/** The trace of a request through the chain: which rule of which layer decided what. Knows the layers by name only. */
@NullMarked
package dev.gatehouse.chain.trace;

import org.jspecify.annotations.NullMarked;
