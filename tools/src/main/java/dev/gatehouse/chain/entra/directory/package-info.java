/** The objects in the local Entra: one tenant with its applications, identities, users, assignments and consents. */
@NullMarked
package dev.gatehouse.chain.entra.directory;

import org.jspecify.annotations.NullMarked;
