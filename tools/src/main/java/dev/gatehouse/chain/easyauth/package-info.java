/** App Service authentication ("Easy Auth") as its deployed settings make it act, in front of the Functions host. */
@NullMarked
package dev.gatehouse.chain.easyauth;

import org.jspecify.annotations.NullMarked;
