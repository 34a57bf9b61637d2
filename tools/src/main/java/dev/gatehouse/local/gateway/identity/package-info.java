/** The managed identities of the local gateway. */
@NullMarked
package dev.gatehouse.local.gateway.identity;

import org.jspecify.annotations.NullMarked;
