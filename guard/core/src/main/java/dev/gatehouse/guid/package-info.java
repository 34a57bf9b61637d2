/** The form of ids that Entra and Azure give. */
@NullMarked
package dev.gatehouse.guid;

import org.jspecify.annotations.NullMarked;
