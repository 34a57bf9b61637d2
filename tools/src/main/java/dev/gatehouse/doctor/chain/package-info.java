/** What the doctor knows of the chain that runs on this machine. */
@NullMarked
package dev.gatehouse.doctor.chain;

import org.jspecify.annotations.NullMarked;
