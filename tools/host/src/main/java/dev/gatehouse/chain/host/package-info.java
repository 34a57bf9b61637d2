/** The Functions host stand-in: a child JVM that runs the staged app as Azure's host and Java worker would. */
@NullMarked
package dev.gatehouse.chain.host;

import org.jspecify.annotations.NullMarked;
