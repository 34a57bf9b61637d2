/** Builds an app again and again while it is served. */
@NullMarked
package dev.gatehouse.build;

import org.jspecify.annotations.NullMarked;
