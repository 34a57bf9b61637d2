/** Claims in the forms and texts that Microsoft's token library has, for the layers of Azure that are built like it. */
@NullMarked
package dev.gatehouse.chain.claims;

import org.jspecify.annotations.NullMarked;
