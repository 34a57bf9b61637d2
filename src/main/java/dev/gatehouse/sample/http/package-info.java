/** JSON over HTTP. */
@NullMarked
package dev.gatehouse.sample.http;

import org.jspecify.annotations.NullMarked;
