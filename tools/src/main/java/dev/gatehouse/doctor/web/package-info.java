/** How the doctor calls: in bounded time, and with one line for what cannot be reached. */
@NullMarked
package dev.gatehouse.doctor.web;

import org.jspecify.annotations.NullMarked;
