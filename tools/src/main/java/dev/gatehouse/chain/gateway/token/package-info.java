/** What API Management checks of an Entra token, by its own rules; only keys and signatures are read as the app reads them. */
@NullMarked
package dev.gatehouse.chain.gateway.token;

import org.jspecify.annotations.NullMarked;
