/** Folders that last no longer than what they are for. */
@NullMarked
package dev.gatehouse.chain.files;

import org.jspecify.annotations.NullMarked;
