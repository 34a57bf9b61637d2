/** An exported trace of API Management, or a trace of the local chain: explained, and made safe to share. */
@NullMarked
package dev.gatehouse.doctor.trace;

import org.jspecify.annotations.NullMarked;
