/** The doctor's HTTP client: with timeouts, and a one-line message when a server cannot be reached. */
@NullMarked
package dev.gatehouse.doctor.web;

import org.jspecify.annotations.NullMarked;
