/**
 * The lock for functions that do not call the guard: a middleware of the Java worker that refuses each HTTP function of which it does not know
 * that it is guarded, and each answer that the guard did not decide on.
 */
@NullMarked
package dev.gatehouse.worker;

import org.jspecify.annotations.NullMarked;
