/** A local Entra: issues tokens in the real Entra's format to the clients that the directory allows, and refuses all others. */
@NullMarked
package dev.gatehouse.chain.entra;

import org.jspecify.annotations.NullMarked;
