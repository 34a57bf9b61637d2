/** The sample app: three classes of functions, and how the worker gets their instances. */
@NullMarked
package dev.gatehouse.sample;

import org.jspecify.annotations.NullMarked;
