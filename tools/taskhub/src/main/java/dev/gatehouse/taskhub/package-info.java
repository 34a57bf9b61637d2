/** Executions of Durable Functions apps, as the Azure Storage provider keeps them. */
@NullMarked
package dev.gatehouse.taskhub;

import org.jspecify.annotations.NullMarked;
