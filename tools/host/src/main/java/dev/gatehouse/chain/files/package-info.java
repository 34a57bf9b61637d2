/** Temporary folders. */
@NullMarked
package dev.gatehouse.chain.files;

import org.jspecify.annotations.NullMarked;
