/** Claims in the types and texts of Microsoft's token library, for the Azure layers that use it. */
@NullMarked
package dev.gatehouse.chain.claims;

import org.jspecify.annotations.NullMarked;
