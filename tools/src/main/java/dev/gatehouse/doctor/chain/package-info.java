/** What the doctor knows about the local chain. */
@NullMarked
package dev.gatehouse.doctor.chain;

import org.jspecify.annotations.NullMarked;
