/** Where the doctor's tokens for Azure come from: an explicit chain, and nowhere else. */
@NullMarked
package dev.gatehouse.doctor.credential;

import org.jspecify.annotations.NullMarked;
