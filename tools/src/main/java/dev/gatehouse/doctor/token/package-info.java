/** A token, told to people: what it is, what it says, and which layer would refuse it by which rule. */
@NullMarked
package dev.gatehouse.doctor.token;

import org.jspecify.annotations.NullMarked;
