/** The demonstration: who is in its tenant, and the calls they make. */
@NullMarked
package dev.gatehouse.chain.demo;

import org.jspecify.annotations.NullMarked;
