/** A local Entra: issues tokens shaped and named as the real one's, to those whom the directory allows, and refuses the rest. */
@NullMarked
package dev.gatehouse.chain.entra;

import org.jspecify.annotations.NullMarked;
