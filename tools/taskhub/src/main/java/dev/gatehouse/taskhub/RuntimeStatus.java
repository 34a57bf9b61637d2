package dev.gatehouse.taskhub;

import java.util.Arrays;
import java.util.Optional;

/** The states of an execution, by the values of the column {@code RuntimeStatus}. */
public enum RuntimeStatus {
    PENDING("Pending", false, false),
    RUNNING("Running", false, false),
    COMPLETED("Completed", true, false),
    FAILED("Failed", true, true),
    TERMINATED("Terminated", true, true),
    SUSPENDED("Suspended", false, true),
    CONTINUED_AS_NEW("ContinuedAsNew", false, false),
    CANCELED("Canceled", true, true);

    private final String word;
    private final boolean over;
    private final boolean outputIsReason;

    RuntimeStatus(String word, boolean over, boolean outputIsReason) {
        this.word = word;
        this.over = over;
        this.outputIsReason = outputIsReason;
    }

    /** By its value, ignoring case. */
    public static Optional<RuntimeStatus> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word.equalsIgnoreCase(word))
                .findFirst();
    }

    public String word() {
        return word;
    }

    boolean isOver() {
        return over;
    }

    /** The provider writes the reason of a failure, termination or suspension into the column {@code Output}. */
    boolean outputIsReason() {
        return outputIsReason;
    }
}
