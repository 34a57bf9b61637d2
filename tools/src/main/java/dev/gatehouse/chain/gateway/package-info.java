/** The local API Management: executes the deployed policies, and does not start if it cannot execute one of them. */
@NullMarked
package dev.gatehouse.chain.gateway;

import org.jspecify.annotations.NullMarked;
