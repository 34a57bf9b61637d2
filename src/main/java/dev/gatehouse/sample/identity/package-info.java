/** Who calls, as the API sees it. */
@NullMarked
package dev.gatehouse.sample.identity;

import org.jspecify.annotations.NullMarked;
