/**
 * The signing keys of trusted issuers: where they are published, how they are fetched, how long they are believed. Knows no
 * token.
 *
 * <p>Reading order: {@link dev.gatehouse.keys.IssuerKeys}, {@link dev.gatehouse.keys.KeyCache},
 * {@link dev.gatehouse.keys.JwksReader}, {@link dev.gatehouse.keys.ReadAhead}, {@link dev.gatehouse.keys.HttpsFetcher}.
 */
@NullMarked
package dev.gatehouse.keys;

import org.jspecify.annotations.NullMarked;
