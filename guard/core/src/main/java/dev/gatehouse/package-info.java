/** Gatehouse: the app's settings, how its parts are put together, and the entry the worker calls. */
@NullMarked
package dev.gatehouse;

import org.jspecify.annotations.NullMarked;
