/** Reports what a check found: for people, for programs, for code scanning, and as annotations of a change. */
@NullMarked
package dev.gatehouse.check.report;

import org.jspecify.annotations.NullMarked;
