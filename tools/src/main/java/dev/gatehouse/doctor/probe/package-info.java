/** The probe: calls that a deployment must refuse, and what their answers prove. */
@NullMarked
package dev.gatehouse.doctor.probe;

import org.jspecify.annotations.NullMarked;
