/** The local API Management: executes the policies that are deployed, and refuses to start with any that it cannot execute. */
@NullMarked
package dev.gatehouse.chain.gateway;

import org.jspecify.annotations.NullMarked;
