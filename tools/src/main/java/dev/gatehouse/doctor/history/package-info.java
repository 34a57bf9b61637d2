/** Executions of Durable Functions apps, shown: for people and for programs. */
@NullMarked
package dev.gatehouse.doctor.history;

import org.jspecify.annotations.NullMarked;
