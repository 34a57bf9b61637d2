/** A command's report, described once, for the terminal and for a file that can be shared. */
@NullMarked
package dev.gatehouse.rendering;

import org.jspecify.annotations.NullMarked;
