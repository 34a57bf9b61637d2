package dev.gatehouse.chain.gateway.policy;

import java.util.List;
import java.util.stream.Collectors;

/** A policy document that cannot be executed exactly as written, which prevents the start. */
public final class PolicyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<PolicyFault> faults;

    PolicyRefused(List<PolicyFault> faults) {
        super(faults.stream().map(PolicyFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<PolicyFault> faults() {
        return faults;
    }
}
