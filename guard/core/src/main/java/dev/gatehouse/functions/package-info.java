/** The functions of the app that the guard is part of: which there are, and what guards each. */
@NullMarked
package dev.gatehouse.functions;

import org.jspecify.annotations.NullMarked;
