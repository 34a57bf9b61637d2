/** The managed identities of the local gateway. */
@NullMarked
package dev.gatehouse.chain.gateway.identity;

import org.jspecify.annotations.NullMarked;
