/** The demonstration: the clients and users of its tenant, and their calls. */
@NullMarked
package dev.gatehouse.chain.demo;

import org.jspecify.annotations.NullMarked;
