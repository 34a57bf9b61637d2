/** Tokens whose signature has not been checked, for tools that explain them. */
@NullMarked
package dev.gatehouse.jwt;

import org.jspecify.annotations.NullMarked;
