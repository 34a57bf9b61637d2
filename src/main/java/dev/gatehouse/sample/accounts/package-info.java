/** Account provisioning, the example domain: replace it by your own. */
@NullMarked
package dev.gatehouse.sample.accounts;

import org.jspecify.annotations.NullMarked;
