/** Policies of API Management: read, checked in full and compiled when the gateway starts, then executed per call. */
@NullMarked
package dev.gatehouse.chain.gateway.policy;

import org.jspecify.annotations.NullMarked;
