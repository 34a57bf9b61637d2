/** What may be shown of a text that somebody else wrote. */
@NullMarked
package dev.gatehouse.redaction;

import org.jspecify.annotations.NullMarked;
