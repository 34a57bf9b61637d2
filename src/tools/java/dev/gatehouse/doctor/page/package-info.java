/** What a doctor's command has to say, for the terminal and for a file that can be passed on: the same content. */
@NullMarked
package dev.gatehouse.doctor.page;

import org.jspecify.annotations.NullMarked;
