/** The sample app: functions as any team writes them, guarded by what the build adds. */
@NullMarked
package dev.gatehouse.sample;

import org.jspecify.annotations.NullMarked;
