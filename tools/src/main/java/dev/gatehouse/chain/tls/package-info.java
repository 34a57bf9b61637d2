/** A new certificate for every start of the local chain, and trust stores with this certificate only. */
@NullMarked
package dev.gatehouse.chain.tls;

import org.jspecify.annotations.NullMarked;
