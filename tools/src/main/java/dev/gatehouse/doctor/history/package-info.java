/** Shows executions of Durable Functions apps to people and programs. */
@NullMarked
package dev.gatehouse.doctor.history;

import org.jspecify.annotations.NullMarked;
