/** A certificate made anew for every start of the local chain, and trust in it alone. */
@NullMarked
package dev.gatehouse.chain.tls;

import org.jspecify.annotations.NullMarked;
