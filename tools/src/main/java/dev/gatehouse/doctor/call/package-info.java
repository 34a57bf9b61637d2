/** One call as a client makes it, and what its answer says. */
@NullMarked
package dev.gatehouse.doctor.call;

import org.jspecify.annotations.NullMarked;
