/** Compares app settings with the contract, the deployment and the issuer's metadata. */
@NullMarked
package dev.gatehouse.doctor.settings;

import org.jspecify.annotations.NullMarked;
