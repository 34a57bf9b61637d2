/** What validating a token costs: Gatehouse and its peers, each given the same token. */
@NullMarked
package dev.gatehouse.bench.token;

import org.jspecify.annotations.NullMarked;
