/** What a project says about its check: which rules and files, what is suppressed and why, what is known already. */
@NullMarked
package dev.gatehouse.check.settings;

import org.jspecify.annotations.NullMarked;
