/** App settings, compared with the contract, the deployment and what the issuer says of itself. */
@NullMarked
package dev.gatehouse.doctor.settings;

import org.jspecify.annotations.NullMarked;
