/** What must be in the guard's own package: {@link dev.gatehouse.InstalledGuard}. */
@NullMarked
package dev.gatehouse;

import org.jspecify.annotations.NullMarked;
