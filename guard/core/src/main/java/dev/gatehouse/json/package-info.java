/** JSON as plain Java values: with little machinery, as a cold worker has to load all of it before its first answer. */
@NullMarked
package dev.gatehouse.json;

import org.jspecify.annotations.NullMarked;
