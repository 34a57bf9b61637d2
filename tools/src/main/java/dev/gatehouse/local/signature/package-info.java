/** How the layers of this machine tell whether a token is signed. */
@NullMarked
package dev.gatehouse.local.signature;

import org.jspecify.annotations.NullMarked;
