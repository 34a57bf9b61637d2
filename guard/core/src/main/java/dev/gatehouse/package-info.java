/** The guard of a function app: its settings, and how its parts are put together ({@link dev.gatehouse.GuardFactory}). */
@NullMarked
package dev.gatehouse;

import org.jspecify.annotations.NullMarked;
