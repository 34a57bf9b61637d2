/** What somebody gives to the doctor to read: bounded, and said on one line where it is not what it should be. */
@NullMarked
package dev.gatehouse.doctor.input;

import org.jspecify.annotations.NullMarked;
