package dev.gatehouse.middleware;

import dev.gatehouse.token.Caller;
import java.util.Optional;

/**
 * Who was admitted.
 *
 * @param caller whose token it is
 * @param speaksFor whom it speaks for, where it is the gateway
 */
public record AdmittedCaller(Caller caller, Optional<DelegatedCaller> speaksFor) {}
