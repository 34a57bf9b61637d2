/** App Service authentication ("Easy Auth") with its deployed settings, in front of the Functions host. */
@NullMarked
package dev.gatehouse.chain.easyauth;

import org.jspecify.annotations.NullMarked;
