/** Policy XML as people write it: read on after every mistake. */
@NullMarked
package dev.gatehouse.check.xml;

import org.jspecify.annotations.NullMarked;
