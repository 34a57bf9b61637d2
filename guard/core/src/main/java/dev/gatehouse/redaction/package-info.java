/** What may be shown of a text from outside. */
@NullMarked
package dev.gatehouse.redaction;

import org.jspecify.annotations.NullMarked;
