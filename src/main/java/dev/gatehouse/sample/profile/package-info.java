/** What Microsoft Graph knows of the user who calls. */
@NullMarked
package dev.gatehouse.sample.profile;

import org.jspecify.annotations.NullMarked;
