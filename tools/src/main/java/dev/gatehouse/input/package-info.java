/** What somebody gives to a tool to read: bounded, and said on one line where it is not what it should be. */
@NullMarked
package dev.gatehouse.input;

import org.jspecify.annotations.NullMarked;
