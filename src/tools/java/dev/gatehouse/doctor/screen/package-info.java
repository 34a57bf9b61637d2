/** What the doctor's commands print with, for people. */
@NullMarked
package dev.gatehouse.doctor.screen;

import org.jspecify.annotations.NullMarked;
