/** Explains a token: what it is, what its claims mean, and which layer would refuse it by which rule. */
@NullMarked
package dev.gatehouse.doctor.token;

import org.jspecify.annotations.NullMarked;
