/** The cost of validating a token: Gatehouse and its peers, with the same token. */
@NullMarked
package dev.gatehouse.bench.token;

import org.jspecify.annotations.NullMarked;
