/** What to do about a refusal, in one resource. */
@NullMarked
package dev.gatehouse.fixes;

import org.jspecify.annotations.NullMarked;
