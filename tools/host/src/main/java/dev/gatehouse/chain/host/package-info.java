/** The built-in Functions host: a child JVM that runs the staged app like Azure's host and Java worker. */
@NullMarked
package dev.gatehouse.chain.host;

import org.jspecify.annotations.NullMarked;
