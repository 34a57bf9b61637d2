/** What would be deployed, read from a snapshot of Bicep's for the layers of this machine. */
@NullMarked
package dev.gatehouse.deployment;

import org.jspecify.annotations.NullMarked;
