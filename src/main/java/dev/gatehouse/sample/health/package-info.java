/** Whether the app can serve. */
@NullMarked
package dev.gatehouse.sample.health;

import org.jspecify.annotations.NullMarked;
