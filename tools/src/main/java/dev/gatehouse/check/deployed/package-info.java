/** What a deployment consists of, the same for every kind of file it was read from. */
@NullMarked
package dev.gatehouse.check.deployed;

import org.jspecify.annotations.NullMarked;
