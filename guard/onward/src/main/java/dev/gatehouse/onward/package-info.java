/**
 * Tokens for calls that a guarded function makes on behalf of its user. Only the classes whose names begin with {@code Msal} know
 * MSAL4J, and nothing loads them before the first exchange.
 */
@NullMarked
package dev.gatehouse.onward;

import org.jspecify.annotations.NullMarked;
