/** Whether the app can serve. */
@NullMarked
package dev.gatehouse.health;

import org.jspecify.annotations.NullMarked;
