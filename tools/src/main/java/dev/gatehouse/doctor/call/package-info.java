/** One call as a client makes it, and the explanation of its response. */
@NullMarked
package dev.gatehouse.doctor.call;

import org.jspecify.annotations.NullMarked;
