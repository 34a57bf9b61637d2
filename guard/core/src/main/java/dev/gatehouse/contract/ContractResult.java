package dev.gatehouse.contract;

import java.util.List;

/** The outcome of reading a contract. */
public sealed interface ContractResult {
    record Valid(Contract contract) implements ContractResult {}

    /** Every fault at once; nothing of such a contract is used. */
    record Faulty(List<ContractError> faults) implements ContractResult {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
