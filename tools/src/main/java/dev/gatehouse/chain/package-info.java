/** The whole chain on this machine; every layer is started from one deployment. */
@NullMarked
package dev.gatehouse.chain;

import org.jspecify.annotations.NullMarked;
