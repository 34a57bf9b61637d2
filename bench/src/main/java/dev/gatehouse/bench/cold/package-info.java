/** How long a call waits for an app that must be started first. */
@NullMarked
package dev.gatehouse.bench.cold;

import org.jspecify.annotations.NullMarked;
