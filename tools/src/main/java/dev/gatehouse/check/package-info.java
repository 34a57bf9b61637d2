/** Finds insecure mistakes in a deployment of functions behind API Management, without Azure. */
@NullMarked
package dev.gatehouse.check;

import org.jspecify.annotations.NullMarked;
