/** What an attacker sends: tokens that are made without Entra's key, and headers that name another caller. */
@NullMarked
package dev.gatehouse.chain.forgery;

import org.jspecify.annotations.NullMarked;
