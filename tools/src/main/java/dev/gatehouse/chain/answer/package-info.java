/** Recognises which layer sent a response by its format alone. */
@NullMarked
package dev.gatehouse.chain.answer;

import org.jspecify.annotations.NullMarked;
