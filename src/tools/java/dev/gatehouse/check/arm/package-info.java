/** The expressions of ARM templates, evaluated as far as they are known before a deployment. */
@NullMarked
package dev.gatehouse.check.arm;

import org.jspecify.annotations.NullMarked;
