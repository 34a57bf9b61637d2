/** The one reader of policy XML: as people write it, read on after every mistake; who executes it takes plain XML alone. */
@NullMarked
package dev.gatehouse.xml;

import org.jspecify.annotations.NullMarked;
