/** The one reader of policy XML: as people write it, with reading continued after every mistake; execution accepts plain XML only. */
@NullMarked
package dev.gatehouse.xml;

import org.jspecify.annotations.NullMarked;
