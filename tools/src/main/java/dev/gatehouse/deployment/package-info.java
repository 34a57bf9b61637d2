/** What would be deployed: resources and their values, for the rules of check and the layers of this machine. */
@NullMarked
package dev.gatehouse.deployment;

import org.jspecify.annotations.NullMarked;
