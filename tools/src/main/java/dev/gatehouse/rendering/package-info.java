/** What a command has to say, described once, for the terminal and for a file that can be passed on. */
@NullMarked
package dev.gatehouse.rendering;

import org.jspecify.annotations.NullMarked;
