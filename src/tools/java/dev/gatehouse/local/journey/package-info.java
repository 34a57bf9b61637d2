/** What each layer of the chain decided about a request. */
@NullMarked
package dev.gatehouse.local.journey;

import org.jspecify.annotations.NullMarked;
