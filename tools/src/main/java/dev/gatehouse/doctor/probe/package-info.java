/** The probe: calls that a deployment must refuse, and the verdicts on its responses. */
@NullMarked
package dev.gatehouse.doctor.probe;

import org.jspecify.annotations.NullMarked;
