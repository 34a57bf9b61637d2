/**
 * Entra access tokens: reading, keys, signature, rules, and the caller they prove. Knows no Azure Functions type.
 *
 * <p>Reading order: {@link dev.gatehouse.token.Verifier}, {@link dev.gatehouse.token.SignedToken},
 * {@link dev.gatehouse.token.ClaimRules}, {@link dev.gatehouse.keys.IssuerKeys}.
 */
@NullMarked
package dev.gatehouse.token;

import org.jspecify.annotations.NullMarked;
