/**
 * The shared middleware: every function passes its request through the {@link dev.gatehouse.middleware.Guard}, which
 * admits the caller or answers.
 */
@NullMarked
package dev.gatehouse.middleware;

import org.jspecify.annotations.NullMarked;
