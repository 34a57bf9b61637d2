/** API Management's checks of an Entra token, by its own rules; only keys and signatures are read as in the app. */
@NullMarked
package dev.gatehouse.chain.gateway.token;

import org.jspecify.annotations.NullMarked;
