/** The command line of the tools. */
@NullMarked
package dev.gatehouse.cli;

import org.jspecify.annotations.NullMarked;
