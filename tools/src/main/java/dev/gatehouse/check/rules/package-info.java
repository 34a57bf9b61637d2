/** The rules, by what they look at. */
@NullMarked
package dev.gatehouse.check.rules;

import org.jspecify.annotations.NullMarked;
