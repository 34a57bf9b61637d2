/** The subset of C# that policy expressions may use: read, checked and compiled when a policy is loaded. */
@NullMarked
package dev.gatehouse.chain.gateway.expression;

import org.jspecify.annotations.NullMarked;
