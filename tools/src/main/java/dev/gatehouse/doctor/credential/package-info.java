/** The doctor's tokens for Azure: from an explicit chain of sources only. */
@NullMarked
package dev.gatehouse.doctor.credential;

import org.jspecify.annotations.NullMarked;
