/** An exported trace of API Management, or a journey of the local chain: explained, and made fit to be passed on. */
@NullMarked
package dev.gatehouse.doctor.trace;

import org.jspecify.annotations.NullMarked;
