/** What the contract decides of a deployment: its operations, roles, scopes and token versions. */
@NullMarked
package dev.gatehouse.deployment.contract;

import org.jspecify.annotations.NullMarked;
