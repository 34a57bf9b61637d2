package dev.gatehouse.contract;

import java.util.List;

/** The outcome of reading a contract. */
public sealed interface ContractReading {
    record Valid(Contract contract) implements ContractReading {}

    /** Every fault at once; nothing of such a contract is used. */
    record Faulty(List<Fault> faults) implements ContractReading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
