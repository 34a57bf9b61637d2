/** The security contract: what {@code contract/security.json} says of roles, scopes and operations, once it is free of faults. */
@NullMarked
package dev.gatehouse.contract;

import org.jspecify.annotations.NullMarked;
